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
  private static final Duration FIRST_RUNG = Duration.ofMillis(100);
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

  /**
   * How long a try may wait for locks that others' reads or writes queue behind. It begins short,
   * since whoever comes while it waits has to wait as well, doubles, and every third one outlasts
   * {@code deadlock_timeout}. It always ends, also where the environment's budget has no limit.
   *
   * @param budget the environment's budget; zero means no limit
   * @param attempt 1 for the first
   */
  public Duration rung(Duration budget, int attempt) {
    Duration outlasting = deadlockTimeout.isZero() ? LONGEST_PAUSE : deadlockTimeout.plus(MARGIN);
    if (attempt % OUTLASTING == 0 && !deadlockTimeout.isZero()) {
      return outlasting;
    }
    int doublings = attempt - 1 - attempt / OUTLASTING;
    Duration rung = FIRST_RUNG.multipliedBy(1L << Math.min(doublings, 10));
    Duration longest = budget.isZero() ? outlasting : budget;
    return rung.compareTo(longest) > 0 ? longest : rung;
  }

  /** The pause behind a try that failed, before jitter. */
  public Duration pause(int attempt) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
