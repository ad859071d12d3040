package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.engine.safety.Moment;
import java.util.Optional;

/** What a statement that is refused was meant to do. */
public final class PartitionedForeignKeyPlan {

  private PartitionedForeignKeyPlan() {}

  /** Instead of {@code ADD FOREIGN KEY … NOT VALID} of a partitioned table. */
  public static Optional<Fix> of(Moment moment, AlterTable alter, ConstraintDefinition key) {
    return ForeignKeySteps.of(moment, alter, key).map(fix -> new Fix(Fix.Kind.PLAN, fix.steps()));
  }
}
