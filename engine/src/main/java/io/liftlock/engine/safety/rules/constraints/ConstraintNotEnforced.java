package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.core.syntax.Alteration.AlterConstraint;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A constraint that is written down and not enforced. Hazard K25. */
public final class ConstraintNotEnforced implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AlterConstraint.class,
        (alter, action) -> {
          if (action.enforced().filter(enforced -> !enforced).isPresent()) {
            report(
                action.constraint() + " of " + moment.shown(alter.name()), action.at(), findings);
          }
        });
    moment.alterations(
        AddConstraint.class,
        (alter, action) -> {
          if (!action.constraint().enforced()) {
            report("the new constraint of " + moment.shown(alter.name()), action.at(), findings);
          }
        });
  }

  private static void report(String what, int at, Findings findings) {
    findings.add(
        at,
        what + " is NOT ENFORCED",
        "rows that break it are written without an error; to enforce it later reads all rows under"
            + " the strongest lock");
  }
}
