package io.liftlock.core.schema;

/**
 * Something in a database that the model does not hold, or that could not be seen.
 *
 * @param kind what it is, as people call it: {@code operator class}
 * @param name which, or a pattern for many
 * @param because why: not modelled, or which right the role lacks
 */
public record NotModelled(String kind, String name, String because) {}
