package io.liftlock.core.database;

import java.util.Optional;

/**
 * Lets one runner at a time into a database. Taking it never waits inside the database: whoever
 * wants it polls. It is gone with the process that holds it.
 */
public interface MigrationLock {

  /**
   * Tries once.
   *
   * @return empty where this runner now holds the lock (also when it held it before), else who does
   */
  Optional<LockHolder> tryAcquire();

  /** Whether somebody else holds it now; does not take it. */
  Optional<LockHolder> holder();

  /** Gives it back; does nothing where it is not held. */
  void release();
}
