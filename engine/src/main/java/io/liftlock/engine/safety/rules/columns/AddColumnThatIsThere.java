package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/**
 * ADD COLUMN IF NOT EXISTS of a column that is known to be there: the lock is taken for nothing.
 * Hazard C39.
 */
public final class AddColumnThatIsThere implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddColumn.class,
        (alter, action) -> {
          boolean there =
              moment
                  .table(alter.name())
                  .flatMap(table -> table.column(action.column().name()))
                  .isPresent();
          if (action.ifNotExists() && there) {
            findings.add(
                action.at(),
                moment.shown(alter.name(), action.column().name()) + " is there already",
                "ACCESS EXCLUSIVE on "
                    + moment.shown(alter.name())
                    + " for nothing: reads and writes wait as if there were something to do");
          }
        });
  }
}
