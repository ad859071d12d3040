package io.liftlock.engine.migrate;

import io.liftlock.engine.run.RunOptions;
import java.time.Duration;

/**
 * How a run is to go.
 *
 * @param plan how its plan is made
 * @param run who runs, and how patiently
 * @param lockWait how long to wait for another run to end
 */
public record MigratorOptions(PlanOptions plan, RunOptions run, Duration lockWait) {

  /** How long a run waits for another one where nothing is said. */
  public static final Duration DEFAULT_LOCK_WAIT = Duration.ofMinutes(10);
}
