package io.liftlock.core.syntax;

/**
 * A call of a function.
 *
 * @param name as written, unquoted parts in lower case: {@code now}, {@code app.next_id}
 * @param arguments how many
 */
public record Call(String name, int arguments) {}
