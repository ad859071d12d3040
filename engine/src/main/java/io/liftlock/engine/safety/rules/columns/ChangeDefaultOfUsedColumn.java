package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.SetDefault;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.ColumnOutline;

/**
 * Another default for a column that had one: applications that remember the old one go on writing
 * it. Hazard C30.
 */
public final class ChangeDefaultOfUsedColumn implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        SetDefault.class,
        (alter, action) ->
            moment
                .table(alter.name())
                .flatMap(table -> table.column(action.column()))
                .flatMap(ColumnOutline::defaultValue)
                .filter(old -> !old.text().equals(action.value().text()))
                .ifPresent(
                    old ->
                        findings.add(
                            action.at(),
                            "the default of "
                                + moment.shown(alter.name(), action.column())
                                + " changes from "
                                + old.text()
                                + " to "
                                + action.value().text(),
                            "applications that read the old default when they started go on writing"
                                + " it")));
  }
}
