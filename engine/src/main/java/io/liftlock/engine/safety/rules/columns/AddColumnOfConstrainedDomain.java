package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;

/**
 * A new column whose type is a domain with a check: rows are written anew even where all of them
 * get NULL. Hazard C12.
 */
public final class AddColumnOfConstrainedDomain implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddColumn.class,
        (alter, action) -> {
          if (Added.isOfConstrainedDomain(moment, action.column())
              && Added.rewrites(moment, alter, action)) {
            findings.add(
                action.at(),
                "the domain "
                    + action.column().type().written()
                    + " has constraints, so every row of "
                    + moment.shown(alter.name())
                    + " is written anew to check them",
                Waiting.whileRewritten(moment, alter));
          }
        });
  }
}
