package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.DropExpression;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A generated column becomes a plain one: new rows have no value in it. Hazard C31. */
public final class DropExpressionStopsComputing implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        DropExpression.class,
        (alter, action) -> {
          if (!moment.isFresh(alter.name())) {
            findings.add(
                action.at(),
                moment.shown(alter.name(), action.column()) + " is no longer computed",
                "new rows have NULL in it, and changed rows an old value, until applications write"
                    + " it themselves; those of the old version cannot");
          }
        });
  }
}
