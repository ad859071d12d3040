package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.ColumnSteps;

/**
 * A new column whose default differs from row to row. Decided by what the default computes, not by
 * a list of names: {@code upper('x')} is computed once, {@code ARRAY[random()]} is not. Hazards C1,
 * C2.
 */
public final class AddColumnWithVolatileDefault implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddColumn.class,
        (alter, action) -> {
          if (Added.isPlainDefault(moment, action.column())
              && Added.rewrites(moment, alter, action)) {
            findings.add(
                action.at(),
                "the default of "
                    + moment.shown(alter.name(), action.column().name())
                    + " differs from row to row, so every row is written anew",
                Waiting.whileRewritten(moment, alter),
                ColumnSteps.of(moment, alter, action, true));
          }
        });
  }
}
