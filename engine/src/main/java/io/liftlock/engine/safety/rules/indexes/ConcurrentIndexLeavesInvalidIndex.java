package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.remedy.ConcurrentIndexSteps;

/** A concurrent build that fails leaves an invalid index of its name behind. Hazard I4. */
public final class ConcurrentIndexLeavesInvalidIndex implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      moment
          .command(CreateIndex.class)
          .filter(
              index ->
                  index.concurrently()
                      && index.name().isPresent()
                      && !index.ifNotExists()
                      && Tables.inUse(moment, index.table())
                      && !Tables.isPartitioned(moment, index.table())
                      && !Tables.droppedBefore(whole, moment, index))
          .ifPresent(
              index ->
                  findings
                      .of(moment)
                      .add(
                          0,
                          "A build that fails leaves "
                              + Tables.called(index)
                              + " behind, invalid, and the next attempt stops at its name",
                          "Every write pays for the invalid index, a unique one may still refuse"
                              + " rows, and the migration cannot be run again until it is dropped",
                          ConcurrentIndexSteps.of(moment, index)));
    }
  }
}
