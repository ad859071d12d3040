package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.engine.safety.Moment;
import java.util.Optional;

/** A check whose rows are read while others go on. */
public final class CheckSteps {

  private CheckSteps() {}

  /** Instead of {@code ADD CHECK}. */
  public static Optional<Fix> of(Moment moment, AlterTable alter, ConstraintDefinition check) {
    return Target.of(moment, alter).map(target -> append(new StepList(), target, check).rewrite());
  }

  static StepList append(StepList steps, Target target, ConstraintDefinition check) {
    String name = Constraints.name(target, check);
    return steps
        .own(
            "New rows must satisfy it; the rows that are there are not read yet",
            target.alter("ADD CONSTRAINT " + name + " " + Constraints.body(check) + " NOT VALID"))
        .own(
            "Rows are read while the application goes on reading and writing",
            target.alter("VALIDATE CONSTRAINT " + name));
  }
}
