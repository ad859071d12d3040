package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;

/**
 * Another type that is stored in the same way, yet an index or a check has to be made sure of.
 * Hazard C23.
 */
public final class AlterColumnTypeScansTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AlterColumnType.class,
        (alter, action) -> {
          Forecast forecast = moment.alone(alter, action);
          if (forecast.failure().isEmpty()
              && !forecast.scanned().isEmpty()
              && !Columns.rewritesTable(moment, forecast)) {
            findings.add(
                action.at(),
                "the new type of "
                    + moment.shown(alter.name(), action.column())
                    + " makes the server build indexes or ask checks anew",
                Waiting.whileScanned(moment, alter));
          }
        });
  }
}
