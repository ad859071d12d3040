package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Optional;

/**
 * A constraint as CREATE TABLE, ADD COLUMN, ADD CONSTRAINT and the commands of domains define it.
 *
 * @param kind what it demands
 * @param name its name, where one is given
 * @param at 0-based offset of its first character in the statement's text
 * @param text as written, from CONSTRAINT or its first word to its last: NOT VALID, DEFERRABLE and
 *     the like are in it
 * @param columns the columns of a key or NOT NULL; the own ones of a foreign key
 * @param check what a check demands
 * @param references the table that a foreign key refers to
 * @param referencedColumns the columns that it refers to; empty for the primary key
 * @param onDelete what happens when the referenced row goes, in lower case, where it is said
 * @param usingIndex the index that becomes the key
 * @param notValid whether the rows that are there are not checked
 * @param enforced false with NOT ENFORCED
 * @param deferrable whether it may wait for the end of the transaction
 */
public record ConstraintDefinition(
    Kind kind,
    Optional<String> name,
    int at,
    String text,
    List<String> columns,
    Optional<Expression> check,
    Optional<RelationName> references,
    List<String> referencedColumns,
    Optional<String> onDelete,
    Optional<String> usingIndex,
    boolean notValid,
    boolean enforced,
    boolean deferrable) {
  /** Copies what it is given. */
  public ConstraintDefinition {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }

  /** Which kind it is. */
  public enum Kind {
    CHECK,
    NOT_NULL,
    UNIQUE,
    PRIMARY_KEY,
    FOREIGN_KEY,
    EXCLUDE
  }
}
