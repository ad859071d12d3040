package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.engine.safety.Rule;
import java.util.List;

/** The rules about indexes. */
public final class IndexRules {

  private IndexRules() {}

  /** All of them. */
  public static List<Rule> all() {
    return List.of(
        new CreateIndexBlocksWrites(),
        new ConcurrentlyInTransaction(),
        new ConcurrentIndexOnPartitionedTable(),
        new ConcurrentIndexLeavesInvalidIndex(),
        new UnnamedConcurrentIndex(),
        new IfNotExistsHidesInvalidIndex(),
        new TimeoutCancelsConcurrentIndex(),
        new UniqueIndexMayMeetDuplicates(),
        new DropIndexBlocksTable(),
        new DropIndexFails(),
        new DropIndexBeforeReplacement(),
        new DropIndexInUse(),
        new ReindexBlocks(),
        new ExpressionIndexWithoutStatistics());
  }
}
