package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** Another type of a result: prepared statements that return the column fail once. Hazard C25. */
public final class AlterColumnTypeBreaksCachedPlans implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AlterColumnType.class,
        (alter, action) -> {
          boolean same =
              moment
                  .table(alter.name())
                  .flatMap(table -> table.column(action.column()))
                  .filter(column -> column.isTyped())
                  .filter(
                      column ->
                          column.type().name().equals(action.type().name())
                              && column.type().array() == action.type().array()
                              && column.type().modifiers().equals(action.type().modifiers()))
                  .isPresent();
          if (!same && !moment.isFresh(alter.name())) {
            findings.add(
                action.at(),
                "queries that return "
                    + moment.shown(alter.name(), action.column())
                    + " return another type than before",
                "sessions that have prepared such a query fail with 0A000 (cached plan must not"
                    + " change result type)");
          }
        });
  }
}
