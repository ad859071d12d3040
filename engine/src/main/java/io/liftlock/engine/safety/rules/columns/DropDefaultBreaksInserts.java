package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.DropDefault;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/**
 * A column that must have a value loses its default, also where the column is new: applications
 * that do not know it yet stop inserting. Hazards C7, C30.
 */
public final class DropDefaultBreaksInserts implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        DropDefault.class,
        (alter, action) ->
            moment
                .table(alter.name())
                .flatMap(table -> table.column(action.column()))
                .filter(column -> column.notNull() && column.defaultValue().isPresent())
                .ifPresent(
                    column ->
                        findings.add(
                            action.at(),
                            moment.shown(alter.name(), action.column())
                                + " is NOT NULL and loses its default",
                            "INSERTs of applications that leave the column out fail with 23502")));
  }
}
