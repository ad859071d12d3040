package io.liftlock.runtime.render;

/**
 * A piece of a document that is JSON already.
 *
 * @param text one well-formed value
 */
public record RawJson(String text) {}
