package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.SetExpression;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;

/** Another expression for a stored column computes all rows anew. Hazard C32. */
public final class SetExpressionRewritesTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        SetExpression.class,
        (alter, action) -> {
          if (!moment.alone(alter, action).rewritten().isEmpty()) {
            findings.add(
                action.at(),
                "the new expression of "
                    + moment.shown(alter.name(), action.column())
                    + " is computed for all rows, so every row is written anew",
                Waiting.whileRewritten(moment, alter));
          }
        });
  }
}
