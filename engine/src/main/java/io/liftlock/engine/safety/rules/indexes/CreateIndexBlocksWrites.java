package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.ConcurrentIndexSteps;

/** CREATE INDEX without CONCURRENTLY on a table in use. Hazards I1, I3. */
public final class CreateIndexBlocksWrites implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateIndex.class)
        .filter(index -> !index.concurrently() && Tables.inUse(moment, index.table()))
        .filter(index -> !(index.only() && Tables.isPartitioned(moment, index.table())))
        .ifPresent(
            index -> {
              String table = moment.shown(index.table());
              boolean parts = Tables.isPartitioned(moment, index.table());
              findings.add(
                  0,
                  "CREATE INDEX takes SHARE on "
                      + table
                      + (parts ? " and all of its partitions" : "")
                      + " and reads all of it",
                  "Every INSERT, UPDATE and DELETE on " + table + " waits until the index is built",
                  ConcurrentIndexSteps.of(moment, index));
            });
  }
}
