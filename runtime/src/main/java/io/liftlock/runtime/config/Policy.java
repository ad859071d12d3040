package io.liftlock.runtime.config;

import io.liftlock.core.plan.Timeouts;
import io.liftlock.engine.migrate.PlanOptions;
import io.liftlock.engine.run.RunOptions;
import java.time.Duration;

/**
 * What an environment allows a run.
 *
 * @param timeouts the budgets of statements, unless a migration's header says otherwise
 * @param retryDeadline how long a transaction that met a lock timeout or a deadlock is tried again,
 *     from its first try
 */
public record Policy(Timeouts timeouts, Duration retryDeadline) {

  /** What holds where the configuration says nothing. */
  public static final Policy DEFAULT =
      new Policy(PlanOptions.DEFAULT_TIMEOUTS, RunOptions.DEFAULT_RETRY_DEADLINE);
}
