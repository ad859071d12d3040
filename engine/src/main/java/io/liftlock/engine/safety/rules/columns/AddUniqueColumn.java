package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.ColumnSteps;

/** A new column with a key: its index is built under the lock of ADD COLUMN. Hazard C14. */
public final class AddUniqueColumn implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddColumn.class,
        (alter, action) -> {
          boolean key =
              Added.has(action.column(), Kind.UNIQUE)
                  || Added.has(action.column(), Kind.PRIMARY_KEY);
          if (key && Added.touchesRows(moment, alter, action)) {
            findings.add(
                action.at(),
                "the key of "
                    + moment.shown(alter.name(), action.column().name())
                    + " is built under the lock of ADD COLUMN",
                Waiting.whileScanned(moment, alter),
                ColumnSteps.of(moment, alter, action, Added.rewrites(moment, alter, action)));
          }
        });
  }
}
