package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.ForeignKeySteps;

/**
 * NOT VALID, the advice of every linter, is refused for a foreign key of a partitioned table before
 * PostgreSQL 18. Hazard K4.
 */
public final class NotValidForeignKeyOnPartitionedTable implements Rule {

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
          Forecast forecast = moment.alone(alter, action);
          if (key.kind() == Kind.FOREIGN_KEY && key.notValid() && forecast.failure().isPresent()) {
            findings.add(
                action.at(),
                moment.shown(alter.name())
                    + " is partitioned, and a foreign key of a partitioned table cannot be NOT"
                    + " VALID before PostgreSQL 18",
                "the migration fails with " + forecast.failure().get().sqlState(),
                ForeignKeySteps.of(moment, alter, key));
          }
        });
  }
}
