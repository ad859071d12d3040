package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.remedy.ConcurrentIndexSteps;

/** IF NOT EXISTS takes the invalid index of a failed build for the index. Hazard I5. */
public final class IfNotExistsHidesInvalidIndex implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      moment
          .command(CreateIndex.class)
          .filter(
              index ->
                  index.concurrently()
                      && index.ifNotExists()
                      && Tables.inUse(moment, index.table())
                      && !Tables.droppedBefore(whole, moment, index))
          .ifPresent(
              index ->
                  findings
                      .of(moment)
                      .add(
                          0,
                          "IF NOT EXISTS is content with an invalid "
                              + Tables.called(index)
                              + " that a failed build left behind",
                          "The migration succeeds, no query uses the index, and every write still"
                              + " pays for it",
                          ConcurrentIndexSteps.of(moment, index)));
    }
  }
}
