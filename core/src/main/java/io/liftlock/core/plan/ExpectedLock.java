package io.liftlock.core.plan;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;

/**
 * A lock that a statement will take on a relation that others can see.
 *
 * @param relation which, with its schema where that is known
 * @param mode the strongest mode on it
 */
public record ExpectedLock(RelationName relation, LockMode mode) {

  /** {@code users AccessExclusiveLock}. */
  @Override
  public String toString() {
    return relation + " " + mode.word();
  }
}
