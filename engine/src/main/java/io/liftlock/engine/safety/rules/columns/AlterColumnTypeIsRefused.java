package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/**
 * A type that cannot change, because something that the server does not rewrite stands on the
 * column. Hazard C26.
 */
public final class AlterColumnTypeIsRefused implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AlterColumnType.class,
        (alter, action) ->
            moment
                .alone(alter, action)
                .failure()
                .ifPresent(
                    failure ->
                        findings.add(
                            action.at(),
                            "the type of "
                                + moment.shown(alter.name(), action.column())
                                + " cannot change: "
                                + failure.why(),
                            "the migration fails with " + failure.sqlState())));
  }
}
