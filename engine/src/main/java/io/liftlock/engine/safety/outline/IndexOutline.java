package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.IndexPart;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an index.
 *
 * @param name with the schema of its table; the one that the server makes up where none was given
 * @param table what it is of, with its schema
 * @param unique whether it refuses equal keys
 * @param method the access method
 * @param parts what it is ordered by, in order
 * @param included the columns that are only carried along
 * @param where which rows it holds, where not all
 * @param constraint the constraint that it belongs to, where it does
 * @param attachedTo the index of the partitioned table that it is a part of, with schema
 * @param valid false where a concurrent build may have failed, or it is one of ON ONLY whose
 *     partitions are not all attached
 */
public record IndexOutline(
    RelationName name,
    RelationName table,
    boolean unique,
    String method,
    List<IndexPart> parts,
    List<String> included,
    Optional<Expression> where,
    Optional<String> constraint,
    Optional<RelationName> attachedTo,
    boolean valid) {

  /** Copies the parts. */
  public IndexOutline {
    parts = List.copyOf(parts);
    included = List.copyOf(included);
  }

  IndexOutline named(RelationName other, Optional<String> owner) {
    return new IndexOutline(
        other, table, unique, method, parts, included, where, owner, attachedTo, valid);
  }

  IndexOutline of(RelationName otherTable) {
    return new IndexOutline(
        new RelationName(otherTable.schema(), name.name()),
        otherTable,
        unique,
        method,
        parts,
        included,
        where,
        constraint,
        attachedTo,
        valid);
  }

  IndexOutline attachedTo(Optional<RelationName> parent) {
    return new IndexOutline(
        name, table, unique, method, parts, included, where, constraint, parent, valid);
  }

  IndexOutline withValid(boolean now) {
    return new IndexOutline(
        name, table, unique, method, parts, included, where, constraint, attachedTo, now);
  }

  /** Whether it is built like another one, so that it can become its part. */
  public boolean isLike(IndexOutline other) {
    return unique == other.unique
        && method.equals(other.method)
        && columns().equals(other.columns())
        && included.equals(other.included)
        && parts.size() == other.parts.size()
        && where.map(Expression::text).equals(other.where.map(Expression::text));
  }

  private List<String> columns() {
    return parts.stream()
        .map(
            part ->
                part.column().orElseGet(() -> part.expression().map(Expression::text).orElse("")))
        .toList();
  }
}
