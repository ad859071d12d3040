package io.liftlock.core.database;

import io.liftlock.core.plan.ExpectedLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sees who stands in the way of locks, through a connection of its own. */
public interface LockWatch {

  /** The sessions and prepared transactions that hold what these locks would have to wait for. */
  List<Blocker> conflicting(List<ExpectedLock> locks);

  /** How far the slowest standby is behind, where there is one and it can be seen. */
  Optional<Duration> replicaLag();

  /**
   * Asks a session to give up its current statement (pg_cancel_backend).
   *
   * @return whether the server took the request; this role may not cancel everybody
   */
  boolean cancel(Blocker blocker);
}
