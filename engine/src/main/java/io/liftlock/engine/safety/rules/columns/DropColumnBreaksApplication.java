package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.DropColumn;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.DropColumnPlan;
import java.util.List;

/**
 * A column goes that the running application may still read and write; what stands on it goes
 * along. Hazard C17.
 */
public final class DropColumnBreaksApplication implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        DropColumn.class,
        (alter, action) -> {
          if (!moment.isFresh(alter.name()) && !Columns.isNew(moment, alter, action.column())) {
            findings.add(
                action.at(),
                moment.shown(alter.name(), action.column())
                    + " goes"
                    + along(moment, alter, action),
                "applications that still name the column fail with 42703; "
                    + Waiting.on(moment, new ExpectedLock(alter.name(), LockMode.ACCESS_EXCLUSIVE)),
                DropColumnPlan.of(moment, alter, action));
          }
        });
  }

  private static String along(Moment moment, AlterTable alter, DropColumn action) {
    List<String> names =
        moment
            .table(alter.name())
            .map(table -> DropColumnPlan.goesAlong(table, action.column()))
            .orElse(List.of());
    return names.isEmpty() ? "" : ", and with it " + String.join(", ", names);
  }
}
