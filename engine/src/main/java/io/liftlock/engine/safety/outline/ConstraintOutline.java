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
 * @param onDelete what happens when the referenced row goes, in lower case, where it is said
 * @param valid whether the rows that were there have been checked
 * @param enforced false with NOT ENFORCED
 * @param deferrable whether it may wait for the end of the transaction
 */
public record ConstraintOutline(
    String name,
    ConstraintDefinition.Kind kind,
    List<String> columns,
    Optional<Expression> check,
    Optional<RelationName> references,
    List<String> referencedColumns,
    Optional<String> onDelete,
    boolean valid,
    boolean enforced,
    boolean deferrable) {

  /** Copies the lists. */
  public ConstraintOutline {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }

  /** Whether every row is known to satisfy it. */
  public boolean isProven() {
    return valid && enforced;
  }

  ConstraintOutline named(String other) {
    return new ConstraintOutline(
        other,
        kind,
        columns,
        check,
        references,
        referencedColumns,
        onDelete,
        valid,
        enforced,
        deferrable);
  }

  ConstraintOutline withValid(boolean now) {
    return new ConstraintOutline(
        name,
        kind,
        columns,
        check,
        references,
        referencedColumns,
        onDelete,
        now,
        enforced,
        deferrable);
  }

  ConstraintOutline withEnforced(boolean now) {
    return new ConstraintOutline(
        name,
        kind,
        columns,
        check,
        references,
        referencedColumns,
        onDelete,
        valid && now,
        now,
        deferrable);
  }

  ConstraintOutline over(
      List<String> own, Optional<RelationName> target, List<String> targetColumns) {
    return new ConstraintOutline(
        name, kind, own, check, target, targetColumns, onDelete, valid, enforced, deferrable);
  }
}
