package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.engine.safety.Moment;
import java.util.Optional;

/** A column that must have a value, where somebody has to say which one old rows get. */
public final class RequiredColumnPlan {

  private RequiredColumnPlan() {}

  /** Instead of {@code ADD COLUMN … NOT NULL}. */
  public static Optional<Fix> of(Moment moment, AlterTable alter, AddColumn action) {
    return Target.of(moment, alter).map(target -> fix(target, action.column()));
  }

  private static Fix fix(Target target, ColumnDefinition column) {
    String name = Target.quoted(column.name());
    StepList steps =
        new StepList()
            .own(
                "The column comes without values, which takes a moment; with one value for all old"
                    + " rows, a constant DEFAULT and NOT NULL can stand here, and nothing else is"
                    + " needed",
                target.alter("ADD COLUMN " + name + " " + column.type().written()))
            .batches(
                "The rows that are there get theirs, a few at a time: put your own value here",
                "UPDATE " + target.table() + " SET " + name + " = '…' WHERE " + name + " IS NULL");
    return NotNullSteps.append(steps, target, column.name()).plan();
  }
}
