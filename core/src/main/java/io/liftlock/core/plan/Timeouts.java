package io.liftlock.core.plan;

import java.time.Duration;

/**
 * The budgets of a statement. {@link Duration#ZERO} means no limit.
 *
 * @param lock for one try to get a lock
 * @param statement for the statement as a whole
 * @param idleInTransaction for a pause between statements of one transaction
 */
public record Timeouts(Duration lock, Duration statement, Duration idleInTransaction) {

  /** So long a statement that hinders nobody may wait for a lock, at least. */
  private static final Duration UNHURRIED = Duration.ofMinutes(10);

  /** No limit at all. */
  public static final Timeouts NONE = new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** The same without a limit for the statement, as concurrent index builds need it. */
  public Timeouts withoutStatementLimit() {
    return new Timeouts(lock, Duration.ZERO, idleInTransaction);
  }

  /**
   * The same for a statement that nobody's reads and writes wait for, such as a concurrent index
   * build. A limit on its waits would end it while it waits for old snapshots and leave an invalid
   * index; a limit on the whole of it would do so on large tables only.
   */
  public Timeouts unhurried() {
    Duration patient = lock.isZero() || lock.compareTo(UNHURRIED) > 0 ? lock : UNHURRIED;
    return new Timeouts(patient, Duration.ZERO, idleInTransaction);
  }
}
