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
}
