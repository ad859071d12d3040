package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.DropNotNull;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** Readers may get NULL where they never did. Hazard C29. */
public final class DropNotNullSurprisesReaders implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        DropNotNull.class,
        (alter, action) -> {
          boolean nullable =
              moment
                  .table(alter.name())
                  .flatMap(table -> table.column(action.column()))
                  .filter(column -> !column.notNull())
                  .isPresent();
          if (!moment.isFresh(alter.name()) && !nullable) {
            findings.add(
                action.at(),
                moment.shown(alter.name(), action.column()) + " may be NULL from now on",
                "applications that rely on a value get NULL");
          }
        });
  }
}
