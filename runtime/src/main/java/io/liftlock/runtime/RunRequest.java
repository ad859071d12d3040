package io.liftlock.runtime;

import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.Plan;
import java.time.Duration;

/**
 * What a run is asked to do.
 *
 * @param direction {@link Direction#UP} or {@link Direction#DOWN}
 * @param target where to
 * @param grouping how migrations share transactions
 * @param late what becomes of migrations that arrive late
 * @param lockWait how long to wait for another run to end
 * @param overrides what a person decides against the policy
 */
public record RunRequest(
    Direction direction,
    Target target,
    Plan.Grouping grouping,
    Late late,
    Duration lockWait,
    Overrides overrides) {

  /** How long a run waits for another one where nothing is said. */
  public static final Duration DEFAULT_LOCK_WAIT = Duration.ofMinutes(10);

  /** What becomes of migrations that are older than one already applied on their branch. */
  public enum Late {
    REFUSE,
    RUN
  }

  /** Everything that is pending, each migration in its own transaction. */
  public static RunRequest up() {
    return to(Direction.UP, new Target.Everything());
  }

  /** A target, each migration in its own transaction. */
  public static RunRequest to(Direction direction, Target target) {
    return new RunRequest(
        direction, target, Plan.Grouping.EACH, Late.REFUSE, DEFAULT_LOCK_WAIT, Overrides.NONE);
  }
}
