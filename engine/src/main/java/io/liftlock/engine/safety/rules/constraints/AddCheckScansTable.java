package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.CheckSteps;

/** A check that reads all rows at once. Hazard K1. */
public final class AddCheckScansTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddConstraint.class,
        (alter, action) -> {
          if (action.constraint().kind() == Kind.CHECK
              && !moment.alone(alter, action).scanned().isEmpty()) {
            findings.add(
                action.at(),
                "the new check of "
                    + moment.shown(alter.name())
                    + " reads every row under its lock",
                Waiting.whileScanned(moment, alter),
                CheckSteps.of(moment, alter, action.constraint()));
          }
        });
  }
}
