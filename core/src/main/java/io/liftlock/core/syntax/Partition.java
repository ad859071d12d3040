package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;

/**
 * Which part of a partitioned table a new table is.
 *
 * @param parent of what
 * @param bound FOR VALUES as written; empty for DEFAULT
 */
public record Partition(RelationName parent, Optional<Expression> bound) {}
