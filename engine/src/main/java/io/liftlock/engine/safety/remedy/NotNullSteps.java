package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.engine.safety.Moment;
import java.util.Optional;

/** NOT NULL without a scan under the strong lock: rows are looked at while others go on. */
public final class NotNullSteps {

  /** From this version NOT NULL itself can wait for its rows to be looked at. */
  private static final int NOT_NULL_NOT_VALID = 18;

  private NotNullSteps() {}

  /** Instead of {@code ALTER COLUMN … SET NOT NULL}. */
  public static Optional<Fix> of(Moment moment, AlterTable alter, String column) {
    return Target.of(moment, alter).map(target -> append(new StepList(), target, column).rewrite());
  }

  static StepList append(StepList steps, Target target, String column) {
    String name = Target.quoted(target.name(column, "not_null"));
    String quoted = Target.quoted(column);
    if (target.moment().major() >= NOT_NULL_NOT_VALID) {
      return steps
          .own(
              "New rows must have a value; the rows that are there are not read yet",
              target.alter("ADD CONSTRAINT " + name + " NOT NULL " + quoted + " NOT VALID"))
          .own(
              "Rows are read while the application goes on reading and writing",
              target.alter("VALIDATE CONSTRAINT " + name));
    }
    return steps
        .own(
            "New rows must have a value; the rows that are there are not read yet",
            target.alter(
                "ADD CONSTRAINT " + name + " CHECK (" + quoted + " IS NOT NULL) NOT VALID"))
        .own(
            "Rows are read while the application goes on reading and writing",
            target.alter("VALIDATE CONSTRAINT " + name))
        .own(
            "The validated check proves it, so no row is read again",
            target.alter("ALTER COLUMN " + quoted + " SET NOT NULL"),
            target.alter("DROP CONSTRAINT " + name));
  }
}
