package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.ConcurrentIndexSteps;

/** Nobody finds the invalid index that a failed build leaves behind, without a name. Hazard I4. */
public final class UnnamedConcurrentIndex implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateIndex.class)
        .filter(
            index ->
                index.concurrently()
                    && index.name().isEmpty()
                    && Tables.inUse(moment, index.table())
                    && !Tables.isPartitioned(moment, index.table()))
        .ifPresent(
            index ->
                findings.add(
                    0,
                    "The index on "
                        + moment.shown(index.table())
                        + " has no name, so a second attempt builds another one beside the first",
                    "The invalid index of the attempt that failed stays, and every write pays for"
                        + " it",
                    ConcurrentIndexSteps.of(moment, index)));
  }
}
