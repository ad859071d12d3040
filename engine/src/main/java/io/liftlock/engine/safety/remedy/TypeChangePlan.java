package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.engine.safety.Moment;
import java.util.Optional;

/**
 * Another type for a column that is in use: a second column, kept equal by a trigger, until every
 * running application uses it.
 */
public final class TypeChangePlan {

  private TypeChangePlan() {}

  /** Instead of {@code ALTER COLUMN … TYPE}. */
  public static Optional<Fix> of(Moment moment, AlterTable alter, AlterColumnType action) {
    return Target.of(moment, alter).map(target -> fix(target, action));
  }

  private static Fix fix(Target target, AlterColumnType action) {
    String old = Target.quoted(action.column());
    String next = Target.quoted(Target.joined(action.column(), "", "new"));
    String type =
        action.type().written()
            + action.collation().map(name -> " COLLATE " + Target.quoted(name)).orElse("");
    String value =
        action
            .using()
            .map(using -> Words.of(using.text()).text())
            .orElse(old + "::" + action.type().written());
    StepList steps =
        new StepList()
            .own(
                "Expand: the new column comes without values, which takes a moment",
                target.alter("ADD COLUMN " + next + " " + type));
    DoubleWrite.append(steps, target, action.column(), next, value, "");
    boolean notNull =
        target
            .outline()
            .flatMap(table -> table.column(action.column()))
            .filter(column -> column.notNull())
            .isPresent();
    if (notNull) {
      NotNullSteps.append(steps, target, Target.joined(action.column(), "", "new"));
    }
    return steps
        .later(
            "Contract, when every running application reads and writes the new column: build its"
                + " indexes and constraints first, as the old one has them",
            DoubleWrite.drop(target, action.column()),
            target.alter("DROP COLUMN " + old))
        .plan();
  }
}
