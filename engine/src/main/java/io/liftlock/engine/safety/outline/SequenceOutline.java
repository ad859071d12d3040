package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import java.util.Optional;

/**
 * What is known of a sequence.
 *
 * @param name with its schema
 * @param type the type of its values: {@code smallint}, {@code integer} or {@code bigint}
 * @param ownedBy the column that it goes with, its table with schema
 * @param identity whether it is that of an identity column
 */
public record SequenceOutline(
    RelationName name, String type, Optional<ColumnName> ownedBy, boolean identity) {}
