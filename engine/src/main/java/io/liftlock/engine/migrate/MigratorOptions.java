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
 */
public record MigratorOptions(
    PlanOptions plan, RunOptions run, Duration lockWait, Optional<SchemaFormat> snapshots) {

  /** How long a run waits for another one where nothing is said. */
  public static final Duration DEFAULT_LOCK_WAIT = Duration.ofMinutes(10);
}
