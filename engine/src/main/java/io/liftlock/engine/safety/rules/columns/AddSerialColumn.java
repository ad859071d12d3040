package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.ColumnSteps;

/** A new column that numbers all rows. Hazard C3. */
public final class AddSerialColumn implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddColumn.class,
        (alter, action) -> {
          if (Added.isSerial(action.column()) && Added.rewrites(moment, alter, action)) {
            findings.add(
                action.at(),
                action.column().type().written()
                    + " numbers the rows of "
                    + moment.shown(alter.name())
                    + ", so every row is written anew",
                Waiting.whileRewritten(moment, alter),
                ColumnSteps.of(moment, alter, action, true));
          }
        });
  }
}
