package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.RenameColumn;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.ColumnOutline;
import java.util.Optional;

/** Another name for a column that is in use: both names live until nobody asks for the old one. */
public final class RenamePlan {

  private RenamePlan() {}

  /** Instead of {@code RENAME COLUMN}. */
  public static Optional<Fix> of(Moment moment, AlterTable alter, RenameColumn action) {
    return Target.of(moment, alter).map(target -> fix(target, action));
  }

  private static Fix fix(Target target, RenameColumn action) {
    String old = Target.quoted(action.column());
    String next = Target.quoted(action.newName());
    Optional<ColumnOutline> column =
        target.outline().flatMap(table -> table.column(action.column()));
    String type =
        column.filter(ColumnOutline::isTyped).map(known -> known.type().written()).orElse("text");
    StepList steps =
        new StepList()
            .own(
                "Expand: the new name comes without values, which takes a moment",
                target.alter("ADD COLUMN " + next + " " + type));
    // Versions of the application write one name each: the one that changed wins.
    String both =
        """
          IF TG_OP = 'INSERT' THEN
            NEW.%2$s := coalesce(NEW.%2$s, NEW.%1$s);
            NEW.%1$s := NEW.%2$s;
          ELSIF NEW.%2$s IS DISTINCT FROM OLD.%2$s THEN
            NEW.%1$s := NEW.%2$s;
          ELSE
            NEW.%2$s := NEW.%1$s;
          END IF;
        """
            .formatted(old, next);
    DoubleWrite.append(steps, target, action.column(), next, old, both);
    column
        .filter(ColumnOutline::notNull)
        .ifPresent(known -> NotNullSteps.append(steps, target, action.newName()));
    return steps
        .later(
            "Contract, when every running application uses the new name: build its indexes and"
                + " constraints first, as the old one has them",
            DoubleWrite.drop(target, action.column()),
            target.alter("DROP COLUMN " + old))
        .plan();
  }
}
