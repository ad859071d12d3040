package io.liftlock.engine.safety.rules.partitions;

import io.liftlock.core.sql.RelationName;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.PartitionOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;

/** The partition that takes what no other takes. */
final class Defaults {

  private Defaults() {}

  /** That of a partitioned table, where one is known. */
  static Optional<RelationName> of(Moment moment, RelationName parent) {
    return moment.outline().partitions(parent).stream()
        .filter(part -> part.partitionOf().filter(PartitionOutline::isDefault).isPresent())
        .map(TableOutline::name)
        .findFirst();
  }
}
