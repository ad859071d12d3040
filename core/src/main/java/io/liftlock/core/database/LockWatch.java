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
   * Asks a session to give up its current statement (pg_cancel_backend), if it still holds what the
   * blocker was seen to hold and its transaction is still the one that was seen.
   *
   * @return whether the server took the request; this role may not cancel everybody
   */
  boolean cancel(Blocker blocker);

  /**
   * Ends a session (pg_terminate_backend); one that is idle in its transaction has no statement to
   * give up.
   *
   * @return whether the server took the request
   */
  boolean terminate(Blocker blocker);
}
