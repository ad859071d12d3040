package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.Generated;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.GeneratedColumnPlan;

/** A new column that is computed from others and kept. Hazard C5. */
public final class AddStoredGeneratedColumn implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddColumn.class,
        (alter, action) -> {
          if (action.column().generated().filter(Generated::stored).isPresent()
              && Added.rewrites(moment, alter, action)) {
            findings.add(
                action.at(),
                "the stored column "
                    + moment.shown(alter.name(), action.column().name())
                    + " is computed for all rows, so every row is written anew",
                Waiting.whileRewritten(moment, alter),
                GeneratedColumnPlan.of(moment, alter, action));
          }
        });
  }
}
