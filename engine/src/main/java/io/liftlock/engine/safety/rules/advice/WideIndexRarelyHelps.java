package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** An index of more than three columns. Hazard I19. */
public final class WideIndexRarelyHelps implements Rule {

  private static final int MANY = 3;

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateIndex.class)
        .filter(index -> !index.unique() && index.parts().size() > MANY)
        .ifPresent(
            index ->
                findings.add(
                    0,
                    "an index of "
                        + index.parts().size()
                        + " columns on "
                        + moment.shown(index.table()),
                    "each write pays for all of them, and queries rarely use more than the first"
                        + " ones"));
  }
}
