package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.ConcurrentIndexSteps;

/** A partitioned table refuses CREATE INDEX CONCURRENTLY. Hazard I3. */
public final class ConcurrentIndexOnPartitionedTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateIndex.class)
        .filter(index -> index.concurrently() && Tables.isPartitioned(moment, index.table()))
        .ifPresent(
            index ->
                findings.add(
                    0,
                    moment.shown(index.table())
                        + " is partitioned, and no index can be built on it concurrently",
                    "The server refuses it (0A000), and the migration stops here",
                    ConcurrentIndexSteps.of(moment, index)));
  }
}
