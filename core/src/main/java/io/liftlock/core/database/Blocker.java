package io.liftlock.core.database;

import io.liftlock.core.plan.ExpectedLock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds what another waits for, or would have to wait for.
 *
 * @param processId the server's process; 0 for a prepared transaction, which has none
 * @param kind what it is, as far as can be seen
 * @param application the name it gave itself, may be empty
 * @param user its database user, or null where that cannot be seen
 * @param age how long its transaction is open, or null where that cannot be seen
 * @param query the beginning of its current or last query, literals masked; the identifier of a
 *     prepared transaction; or null where it cannot be seen
 * @param holds the locks of it that are in the way, as far as they are known
 */
public record Blocker(
    long processId,
    Kind kind,
    String application,
    @Nullable String user,
    @Nullable Duration age,
    @Nullable String query,
    List<ExpectedLock> holds) {

  /** What stands in the way. */
  public enum Kind {
    /** A session that works, or of which no more can be seen. */
    SESSION,
    /** A session that has a transaction open and does nothing in it. */
    IDLE,
    /** A session that waits itself, ahead of us in the queue. */
    WAITING,
    /** A prepared transaction: no session will end it. */
    PREPARED,
    /** An autovacuum; the server ends it where it is in the way for deadlock_timeout. */
    AUTOVACUUM,
    /** An autovacuum against transaction id wraparound, which the server does not end. */
    WRAPAROUND,
    /** A dump or a base backup. */
    BACKUP
  }

  /** Copies what it is given. */
  public Blocker {
    holds = List.copyOf(holds);
  }

  /** A session of whose locks nothing is known. */
  public Blocker(
      long processId,
      String application,
      @Nullable String user,
      @Nullable Duration age,
      @Nullable String query) {
    this(processId, Kind.SESSION, application, user, age, query, List.of());
  }
}
