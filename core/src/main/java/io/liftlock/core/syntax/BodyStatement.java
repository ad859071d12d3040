package io.liftlock.core.syntax;

/**
 * A command inside a body.
 *
 * @param at 0-based offset of its first character in the statement's text
 * @param command what it says
 */
public record BodyStatement(int at, Command command) {}
