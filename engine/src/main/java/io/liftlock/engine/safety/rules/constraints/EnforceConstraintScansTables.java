package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.AlterConstraint;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import java.util.stream.Collectors;

/** A foreign key is enforced again: all rows are read under the strongest lock. Hazard K25. */
public final class EnforceConstraintScansTables implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AlterConstraint.class,
        (alter, action) -> {
          Forecast forecast = moment.alone(alter, action);
          if (action.enforced().orElse(false) && !forecast.scanned().isEmpty()) {
            findings.add(
                action.at(),
                "to enforce "
                    + RelationName.quoted(action.constraint())
                    + " reads "
                    + forecast.scanned().stream()
                        .map(moment::shown)
                        .collect(Collectors.joining(" and ")),
                Waiting.on(
                        moment,
                        forecast.locks().stream()
                            .filter(lock -> lock.mode().blocksWrites())
                            .toList())
                    + " until all rows have been read");
          }
        });
  }
}
