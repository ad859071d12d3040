package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a constraint.
 *
 * @param name its name; the one that the server makes up where none was given
 * @param kind what it demands
 * @param columns its own columns, in order
 * @param check what a check demands
 * @param references the table that a foreign key refers to, with its schema
 * @param referencedColumns the columns that it refers to, those of the primary key filled in where
 *     they are known
 * @param valid whether the rows that were there have been checked
 */
public record ConstraintOutline(
    String name,
    ConstraintDefinition.Kind kind,
    List<String> columns,
    Optional<Expression> check,
    Optional<RelationName> references,
    List<String> referencedColumns,
    boolean valid) {

  /** Copies the lists. */
  public ConstraintOutline {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }
}
