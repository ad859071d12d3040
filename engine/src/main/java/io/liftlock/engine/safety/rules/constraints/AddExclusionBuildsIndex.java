package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;

/**
 * An exclusion constraint is built and checked under the strongest lock; it has no other form.
 * Hazard K10.
 */
public final class AddExclusionBuildsIndex implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddConstraint.class,
        (alter, action) -> {
          if (action.constraint().kind() == Kind.EXCLUDE
              && !moment.alone(alter, action).scanned().isEmpty()) {
            findings.add(
                action.at(),
                "the new exclusion of "
                    + moment.shown(alter.name())
                    + " builds its index and checks every row under its lock",
                Waiting.whileScanned(moment, alter));
          }
        });
  }
}
