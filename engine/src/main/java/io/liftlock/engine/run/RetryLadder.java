package io.liftlock.engine.run;

import java.time.Duration;

/**
 * How long each try may wait for a lock, and how long tries go on. Each try has a limit, the last
 * one too. Every third try outlasts the server's {@code deadlock_timeout}: only then does
 * PostgreSQL cancel an autovacuum that stands in the way (PostgreSQL documentation, "Routine
 * Vacuuming", section on the autovacuum daemon).
 *
 * @param deadline no try begins when this much time has passed since the first
 * @param deadlockTimeout the server's own, zero where it has none
 */
public record RetryLadder(Duration deadline, Duration deadlockTimeout) {

  private static final int OUTLASTING = 3;
  private static final Duration MARGIN = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /**
   * The lock budget of a try.
   *
   * @param budget the environment's budget; zero means no limit and stays so
   * @param attempt 1 for the first
   */
  public Duration lockTimeout(Duration budget, int attempt) {
    if (budget.isZero() || attempt % OUTLASTING != 0 || deadlockTimeout.isZero()) {
      return budget;
    }
    Duration outlasting = deadlockTimeout.plus(MARGIN);
    return budget.compareTo(outlasting) >= 0 ? budget : outlasting;
  }

  /** The pause behind a try that failed, before jitter. */
  public Duration pause(int attempt) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
