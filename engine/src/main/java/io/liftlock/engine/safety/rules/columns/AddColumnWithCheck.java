package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.ColumnSteps;

/** A new column with its check: all rows are read to check what all of them got. Hazard C8. */
public final class AddColumnWithCheck implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddColumn.class,
        (alter, action) -> {
          if (Added.has(action.column(), Kind.CHECK) && Added.touchesRows(moment, alter, action)) {
            findings.add(
                action.at(),
                "the check of "
                    + moment.shown(alter.name(), action.column().name())
                    + " reads every row under the lock of ADD COLUMN",
                Waiting.whileScanned(moment, alter),
                ColumnSteps.of(moment, alter, action, Added.rewrites(moment, alter, action)));
          }
        });
  }
}
