package io.liftlock.engine.migrate;

import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.Timeouts;
import java.time.Duration;
import java.util.Map;

/**
 * How a plan is to be made.
 *
 * @param grouping how migrations share transactions
 * @param late what becomes of migrations that arrive late
 * @param timeouts the environment's budgets
 * @param settings the environment's parameters, set for every migration
 */
public record PlanOptions(
    Plan.Grouping grouping, Late late, Timeouts timeouts, Map<String, String> settings) {

  /** What becomes of migrations that are older than one already applied on their branch. */
  public enum Late {
    REFUSE,
    RUN
  }

  /** Two seconds for a lock, no limit for a statement, five minutes of silence in a transaction. */
  public static final Timeouts DEFAULT_TIMEOUTS =
      new Timeouts(Duration.ofSeconds(2), Duration.ZERO, Duration.ofMinutes(5));

  /** What a plan is made with where nothing is said. */
  public static final PlanOptions DEFAULT =
      new PlanOptions(Plan.Grouping.EACH, Late.REFUSE, DEFAULT_TIMEOUTS, Map.of());
}
