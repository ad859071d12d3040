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

  /** No limit at all. */
  public static final Timeouts NONE = new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** The same without a limit for the statement, as concurrent index builds need it. */
  public Timeouts withoutStatementLimit() {
    return new Timeouts(lock, Duration.ZERO, idleInTransaction);
  }
}
