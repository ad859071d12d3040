package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/**
 * A new column changes what {@code SELECT *} returns: prepared statements with a star fail once.
 * Hazard C16.
 */
public final class AddColumnChangesSelectStar implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddColumn.class,
        (alter, action) -> {
          if (!moment.isFresh(alter.name())) {
            findings.add(
                action.at(),
                "SELECT * FROM "
                    + moment.shown(alter.name())
                    + " returns one column more than before",
                "sessions that have prepared such a query fail with 0A000 (cached plan must not"
                    + " change result type)");
          }
        });
  }
}
