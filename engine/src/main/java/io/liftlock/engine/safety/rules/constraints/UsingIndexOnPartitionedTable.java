package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.KeySteps;
import java.util.Optional;

/** An index of a partitioned table cannot become a constraint. Hazard K9. */
public final class UsingIndexOnPartitionedTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddConstraint.class,
        (alter, action) -> {
          Optional<Forecast.Failure> failure = moment.alone(alter, action).failure();
          if (action.constraint().usingIndex().isPresent() && failure.isPresent()) {
            findings.add(
                action.at(),
                "an index of the partitioned table "
                    + moment.shown(alter.name())
                    + " cannot become a constraint",
                "the migration fails with " + failure.get().sqlState(),
                KeySteps.ofPartitions(moment, alter, action.constraint()));
          }
        });
  }
}
