package io.liftlock.engine.safety.rules.partitions;

import io.liftlock.engine.safety.Rule;
import java.util.List;

/** The rules about partitions and inheritance. */
public final class PartitionRules {

  private PartitionRules() {}

  /** All of them. */
  public static List<Rule> all() {
    return List.of(
        new AttachPartitionScansRows(),
        new PartitionOfLocksParent(),
        new PartitionOfScansDefault(),
        new DetachPartitionLocksParent(),
        new DetachConcurrentlyFails(),
        new DropPartitionLocksParent(),
        new LocksManyRelations(),
        new UniqueKeyLacksPartitionKey(),
        new InheritChangesWhatIsRead());
  }
}
