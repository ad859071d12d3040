package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.ForeignKeySteps;
import java.util.stream.Collectors;

/** A foreign key that locks two tables and reads both at once. Hazard K3. */
public final class AddForeignKeyScansTables implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddConstraint.class,
        (alter, action) -> {
          Forecast forecast = moment.alone(alter, action);
          if (action.constraint().kind() == Kind.FOREIGN_KEY
              && forecast.failure().isEmpty()
              && !forecast.scanned().isEmpty()) {
            findings.add(
                action.at(),
                "the new foreign key of "
                    + moment.shown(alter.name())
                    + " reads "
                    + forecast.scanned().stream()
                        .map(moment::shown)
                        .collect(Collectors.joining(" and "))
                    + " under its locks",
                Waiting.on(
                        moment,
                        forecast.locks().stream()
                            .filter(lock -> lock.mode().blocksWrites())
                            .toList())
                    + " until all rows have been read",
                ForeignKeySteps.of(moment, alter, action.constraint()));
          }
        });
  }
}
