package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.TypeChangePlan;

/**
 * Another type whose values are stored in another way. The dozen changes that only touch the
 * catalog are not found. Hazard C22.
 */
public final class AlterColumnTypeRewritesTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AlterColumnType.class,
        (alter, action) -> {
          Forecast forecast = moment.alone(alter, action);
          if (forecast.failure().isEmpty() && Columns.rewritesTable(moment, forecast)) {
            findings.add(
                action.at(),
                moment.shown(alter.name(), action.column())
                    + " becomes "
                    + action.type().written()
                    + ", which writes every row anew",
                Waiting.whileRewritten(moment, alter),
                TypeChangePlan.of(moment, alter, action));
          }
        });
  }
}
