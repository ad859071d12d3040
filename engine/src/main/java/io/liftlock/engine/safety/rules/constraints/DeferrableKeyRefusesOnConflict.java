package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A deferrable key cannot decide what ON CONFLICT does. Hazard K11. */
public final class DeferrableKeyRefusesOnConflict implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    Keys.all(moment.command()).stream()
        .filter(ConstraintDefinition::deferrable)
        .forEach(
            key ->
                findings.add(
                    key.at(),
                    "the key can be deferred, so ON CONFLICT cannot use it",
                    "INSERT … ON CONFLICT that infers or names it fails with 55000, and foreign"
                        + " keys cannot refer to it"));
  }
}
