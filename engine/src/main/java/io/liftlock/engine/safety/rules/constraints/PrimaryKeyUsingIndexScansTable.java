package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.KeySteps;

/**
 * The index is there, but a column may be NULL: a hidden SET NOT NULL reads all rows. Hazard K8.
 */
public final class PrimaryKeyUsingIndexScansTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddConstraint.class,
        (alter, action) -> {
          ConstraintDefinition key = action.constraint();
          if (key.kind() == Kind.PRIMARY_KEY
              && key.usingIndex().isPresent()
              && !moment.alone(alter, action).scanned().isEmpty()) {
            findings.add(
                action.at(),
                "a column of the new primary key of "
                    + moment.shown(alter.name())
                    + " may be NULL, so every row is read",
                Waiting.whileScanned(moment, alter),
                KeySteps.usingIndex(moment, alter, key));
          }
        });
  }
}
