package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.AlterSequence;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.Optional;

/** ALTER SEQUENCE keeps nextval waiting. Hazard M11. */
public final class AlterSequenceBlocksNextval implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(AlterSequence.class)
        .filter(sequence -> !moment.isFresh(sequence.name()))
        .filter(sequence -> !Together.givesUpSoon(moment))
        .ifPresent(
            sequence -> {
              String name = moment.shown(sequence.name());
              findings.add(
                  0,
                  "ALTER SEQUENCE takes SHARE ROW EXCLUSIVE on " + name,
                  "Every nextval of "
                      + name
                      + ", and so every INSERT that needs one, waits until the transaction ends",
                  moment.inBody()
                      ? Optional.empty()
                      : Optional.of(
                          Fix.rewrite(
                              new SafeStep(
                                  "SET LOCAL lock_timeout = '2s';\n"
                                      + moment.statement().text().strip().replaceFirst(";?$", ";"),
                                  SafeStep.Where.OWN_TRANSACTION,
                                  "It is over in a moment and must not queue"))));
            });
  }
}
