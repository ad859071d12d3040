package io.liftlock.core.syntax;

/**
 * How a server computes a column from others.
 *
 * @param expression from what
 * @param stored whether the value is kept
 */
public record Generated(Expression expression, boolean stored) {}
