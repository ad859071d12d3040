package io.liftlock.engine.safety.rules.partitions;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Partition;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.NewPartitionSteps;

/** CREATE TABLE … PARTITION OF locks the partitioned table. Hazard M30. */
public final class PartitionOfLocksParent implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateTable.class)
        .ifPresent(
            table ->
                table
                    .partitionOf()
                    .map(Partition::parent)
                    .filter(parent -> !moment.isFresh(parent))
                    .filter(parent -> !PartitionOfScansDefault.reads(moment, table))
                    .ifPresent(
                        parent ->
                            findings.add(
                                0,
                                "PARTITION OF takes ACCESS EXCLUSIVE on " + moment.shown(parent),
                                "It waits for every open transaction on "
                                    + moment.shown(parent)
                                    + ", and all reads and writes queue behind it",
                                NewPartitionSteps.of(moment, table))));
  }
}
