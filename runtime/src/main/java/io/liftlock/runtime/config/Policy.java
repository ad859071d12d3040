package io.liftlock.runtime.config;

import io.liftlock.core.plan.MaintenanceWindow;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.engine.migrate.PlanOptions;
import io.liftlock.engine.run.Care;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.safety.policy.LintPolicy;
import java.time.Duration;
import java.util.List;

/**
 * What an environment allows a run.
 *
 * @param timeouts the budgets of statements, unless a migration's header says otherwise
 * @param retryDeadline how long a transaction that met a lock timeout or a deadlock is tried again,
 *     from its first try
 * @param lint what becomes of findings in what is about to run
 * @param windows when the application may be kept waiting; none for always
 * @param longestBlock how long it may be kept waiting outside of them
 * @param care how a run treats those who use the database meanwhile
 */
public record Policy(
    Timeouts timeouts,
    Duration retryDeadline,
    LintPolicy lint,
    List<MaintenanceWindow> windows,
    Duration longestBlock,
    Care care) {

  /** What others wait at most where nothing is said, as with the budget of a lock. */
  public static final Duration DEFAULT_LONGEST_BLOCK = Duration.ofSeconds(2);

  /** What holds where the configuration says nothing. */
  public static final Policy DEFAULT =
      new Policy(
          PlanOptions.DEFAULT_TIMEOUTS,
          RunOptions.DEFAULT_RETRY_DEADLINE,
          LintPolicy.WARN,
          List.of(),
          DEFAULT_LONGEST_BLOCK,
          Care.USUAL);

  /** Copies the windows. */
  public Policy {
    windows = List.copyOf(windows);
  }
}
