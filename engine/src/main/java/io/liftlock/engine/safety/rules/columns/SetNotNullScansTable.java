package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.core.syntax.Alteration.SetNotNull;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.CheckSteps;
import io.liftlock.engine.safety.remedy.NotNullSteps;

/**
 * SET NOT NULL reads all rows, unless a validated check proves that there is nothing to find. What
 * proves it is decided by what the check says: {@code a IS NOT NULL AND b > 0} does, {@code a IS
 * NOT NULL OR b > 0} and a check of another column do not. Hazards C9, C10.
 */
public final class SetNotNullScansTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        SetNotNull.class,
        (alter, action) -> {
          if (!moment.alone(alter, action).scanned().isEmpty()) {
            findings.add(
                action.at(),
                "SET NOT NULL on "
                    + moment.shown(alter.name(), action.column())
                    + " reads every row under the strongest lock",
                Waiting.whileScanned(moment, alter),
                NotNullSteps.of(moment, alter, action.column()));
          }
        });
    moment.alterations(
        AddConstraint.class,
        (alter, action) -> {
          if (action.constraint().kind() == Kind.NOT_NULL
              && !moment.alone(alter, action).scanned().isEmpty()) {
            findings.add(
                action.at(),
                "NOT NULL on "
                    + moment.shown(alter.name(), action.constraint().columns().get(0))
                    + " reads every row under the strongest lock",
                Waiting.whileScanned(moment, alter),
                CheckSteps.of(moment, alter, action.constraint()));
          }
        });
  }
}
