package io.liftlock.core.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A column as CREATE TABLE and ADD COLUMN define it.
 *
 * @param name its name, unquoted
 * @param type its type; an empty name in SQLite where none is declared
 * @param at 0-based offset of its first character in the statement's text
 * @param text as written, from its name to the last of its constraints
 * @param defaultValue its default
 * @param notNull whether NOT NULL is said
 * @param generated how the server computes it, where it does
 * @param identity whether it is an identity column; AUTOINCREMENT in SQLite
 * @param collation its collation, where one is said
 * @param constraints those that stand with it, with its own name among their columns; NOT NULL
 *     without a name is not among them
 */
public record ColumnDefinition(
    String name,
    TypeName type,
    int at,
    String text,
    Optional<Expression> defaultValue,
    boolean notNull,
    Optional<Generated> generated,
    boolean identity,
    Optional<String> collation,
    List<ConstraintDefinition> constraints) {
  /** Copies what it is given. */
  public ColumnDefinition {
    constraints = List.copyOf(constraints);
  }
}
