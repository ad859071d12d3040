package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.RequiredColumnPlan;

/** A new column that must have a value and is given none. Hazard C6. */
public final class AddRequiredColumnWithoutDefault implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddColumn.class,
        (alter, action) -> {
          if (!moment.isFresh(alter.name()) && isRequired(action.column())) {
            findings.add(
                action.at(),
                moment.shown(alter.name(), action.column().name())
                    + " is NOT NULL and has no default, which fails as soon as there is a row",
                "the migration fails with 23502 on a table with rows; on an empty one it succeeds,"
                    + " and the INSERTs of the application that runs now fail",
                RequiredColumnPlan.of(moment, alter, action));
          }
        });
  }

  private static boolean isRequired(ColumnDefinition column) {
    boolean refusesNull =
        column.notNull()
            || column.constraints().stream()
                .anyMatch(each -> each.kind() == Kind.PRIMARY_KEY || each.kind() == Kind.NOT_NULL);
    boolean hasValue =
        column.defaultValue().filter(value -> value.form() != Expression.Form.NULL).isPresent()
            || column.identity()
            || column.generated().isPresent()
            || Added.isSerial(column);
    return refusesNull && !hasValue;
  }
}
