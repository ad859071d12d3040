package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Expression;
import java.util.Optional;

/**
 * Which part of a partitioned table a table is.
 *
 * @param parent of what, with its schema
 * @param bound FOR VALUES as written; empty for DEFAULT
 */
public record PartitionOutline(RelationName parent, Optional<Expression> bound) {

  /** Whether it takes what no other takes. */
  public boolean isDefault() {
    return bound.isEmpty();
  }
}
