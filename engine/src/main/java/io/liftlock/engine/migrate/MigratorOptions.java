package io.liftlock.engine.migrate;

import io.liftlock.core.schema.SchemaFormat;
import io.liftlock.engine.run.RunOptions;
import java.time.Duration;
import java.util.Optional;

/**
 * How a run is to go.
 *
 * @param plan how its plan is made
 * @param run who runs, and how patiently
 * @param lockWait how long to wait for another run to end
 * @param snapshots how snapshots of the schema are written behind a run; empty for none
 * @param review who looks at a plan before it runs
 */
public record MigratorOptions(
    PlanOptions plan,
    RunOptions run,
    Duration lockWait,
    Optional<SchemaFormat> snapshots,
    PlanReview review) {

  /** Nobody looks at the plan before it runs. */
  public MigratorOptions(
      PlanOptions plan, RunOptions run, Duration lockWait, Optional<SchemaFormat> snapshots) {
    this(plan, run, lockWait, snapshots, PlanReview.NONE);
  }

  /** How long a run waits for another one where nothing is said. */
  public static final Duration DEFAULT_LOCK_WAIT = Duration.ofMinutes(10);
}
