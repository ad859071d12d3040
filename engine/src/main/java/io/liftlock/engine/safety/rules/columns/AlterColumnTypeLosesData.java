package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.ColumnOutline;

/** A type that cannot hold every value that the old one can. Hazard C28. */
public final class AlterColumnTypeLosesData implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AlterColumnType.class,
        (alter, action) ->
            moment
                .table(alter.name())
                .flatMap(table -> table.column(action.column()))
                .filter(ColumnOutline::isTyped)
                .filter(column -> Narrowing.loses(column.type(), action.type()))
                .ifPresent(
                    column ->
                        findings.add(
                            action.at(),
                            moment.shown(alter.name(), action.column())
                                + " was "
                                + column.type().written()
                                + " and becomes "
                                + action.type().written()
                                + ", which cannot hold all of its values",
                            "values that do not fit make the migration fail, or are rounded or cut"
                                + " without a word")));
  }
}
