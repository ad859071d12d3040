package io.liftlock.postgres;

import io.liftlock.core.database.LockHolder;
import io.liftlock.core.database.MigrationLock;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Two advisory locks that belong to two sessions: one that does nothing but hold it, and the one
 * that does the work. Neither is ever waited for inside the database: a session that waits for an
 * advisory lock holds a snapshot, and CREATE INDEX CONCURRENTLY waits for that.
 */
final class PostgresLock implements MigrationLock {

  private final PostgresHistory history;
  private final Link work;
  private final Supplier<Link> side;
  private final StandingSettings standing;
  private @Nullable Held held;

  /**
   * What is held.
   *
   * @param location for which history
   * @param holder the connection that only holds
   */
  private record Held(HistoryLocation location, Link holder) {}

  PostgresLock(PostgresHistory history, Link work, Supplier<Link> side, StandingSettings standing) {
    this.history = history;
    this.work = work;
    this.side = side;
    this.standing = standing;
  }

  @Override
  public Optional<LockHolder> tryAcquire() {
    Held before = held;
    if (before != null) {
      if (!before.holder().isClosed() && !work.isClosed()) {
        return Optional.empty();
      }
      held = null;
    }
    HistoryLocation location = history.location();
    Link holder = side.get();
    if (!tryLock(holder, location.runnerKey())) {
      return Optional.of(describe(location));
    }
    if (!tryLockWorker(location.workerKey())) {
      unlock(holder);
      return Optional.of(describe(location));
    }
    held = new Held(location, holder);
    return Optional.empty();
  }

  private boolean tryLockWorker(long key) {
    // A server process that notices within a second that its client is gone releases the lock
    // early. Not every platform can; then it notices when it next writes to the client.
    String interval =
        "SELECT pg_catalog.set_config('client_connection_check_interval', '1s', false)";
    Answer answer = work.ask(interval + ";" + tryLockSql(key), Link.Rows.KEEP);
    if (answer.failure() == null) {
      standing.own("client_connection_check_interval", "1s");
      return answer.replies().get(1).isTrue(0, 0);
    }
    return tryLock(work, key);
  }

  private static String tryLockSql(long key) {
    return "SELECT pg_catalog.pg_try_advisory_lock(" + key + ")";
  }

  private static boolean tryLock(Link link, long key) {
    Answer answer = link.ask(tryLockSql(key), Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("the migration lock cannot be taken", answer.failure());
    }
    return answer.replies().get(0).isTrue(0, 0);
  }

  private static void unlock(Link link) {
    // Of a connection that is gone the server has released everything; nothing to report.
    link.ask("SELECT pg_catalog.pg_advisory_unlock_all()", Link.Rows.DROP);
  }

  @Override
  public Optional<LockHolder> holder() {
    return held != null ? Optional.empty() : find(history.location());
  }

  private LockHolder describe(HistoryLocation location) {
    return find(location)
        .orElseGet(() -> new LockHolder("another run, which has ended in this moment"));
  }

  private Optional<LockHolder> find(HistoryLocation location) {
    // Everybody may read pg_locks, and of pg_stat_activity the application's and the user's name;
    // address and start are null without the privilege to see them.
    String sql =
        """
        SELECT l.pid, a.application_name, a.usename, a.client_addr,
               pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
               l.own
          FROM (SELECT k.pid, pg_catalog.bool_or(%s) AS own
                  FROM pg_catalog.pg_locks k
                 WHERE k.granted AND ((%s) OR (%s)) AND k.pid <> pg_catalog.pg_backend_pid()
                 GROUP BY k.pid) AS l
          LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
         ORDER BY l.own DESC
         LIMIT 1\
        """
            .formatted(
                isLock(location.runnerKey()),
                isLock(location.runnerKey()),
                isLock(location.workerKey()));
    Answer answer = work.ask(sql, Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("the holder of the migration lock cannot be read", answer.failure());
    }
    Reply reply = answer.replies().get(0);
    return reply.rows().isEmpty() ? Optional.empty() : Optional.of(describe(reply));
  }

  private static LockHolder describe(Reply reply) {
    String application = reply.text(0, 1);
    StringBuilder text =
        new StringBuilder(
            application == null || application.isEmpty() ? "an unnamed application" : application);
    text.append(" (database user ").append(reply.text(0, 2));
    if (reply.text(0, 3) != null) {
      text.append(" from ").append(reply.text(0, 3));
    }
    if (reply.text(0, 4) != null) {
      text.append(", connected ").append(reply.text(0, 4));
    }
    text.append(", server process ").append(reply.text(0, 0)).append(')');
    if (!reply.isTrue(0, 5)) {
      text.append("; its runner is gone, the server still ends its last statement");
    }
    return new LockHolder(text.toString());
  }

  /** The condition on {@code pg_locks k} that it is this advisory lock, of whatever database. */
  private static String isKey(long key) {
    return "k.locktype = 'advisory' AND k.objsubid = 1 AND k.classid = "
        + (key >>> 32)
        + " AND k.objid = "
        + (key & 0xFFFF_FFFFL);
  }

  /** The condition that it is this advisory lock of this database. */
  private static String isLock(long key) {
    return isKey(key)
        + " AND k.database = (SELECT d.oid FROM pg_catalog.pg_database d"
        + " WHERE d.datname = pg_catalog.current_database())";
  }

  @Override
  public void release() {
    Held before = held;
    held = null;
    if (before != null) {
      unlock(work);
      unlock(before.holder());
    }
  }

  /** Whether this runner took the lock. */
  boolean isHeld() {
    return held != null;
  }

  /**
   * A query that gives this text only while both locks are held, by the sessions that took them;
   * otherwise NULL. Without a lock taken, the text as it stands. A session's process tells its
   * database, so that need not be asked for.
   */
  String whileHeld(String literal) {
    Held now = held;
    if (now == null) {
      return literal;
    }
    return "(SELECT %s WHERE 2 = (SELECT pg_catalog.count(*) FROM pg_catalog.pg_locks k WHERE k.granted AND ((k.pid = %d AND %s) OR (k.pid = pg_catalog.pg_backend_pid() AND %s))))"
        .formatted(
            literal,
            now.holder().processId(),
            isKey(now.location().runnerKey()),
            isKey(now.location().workerKey()));
  }

  /** Takes the work session's lock again, where a script may have given up every lock. */
  String againSql() {
    Held now = held;
    return now == null ? "SELECT 1" : tryLockSql(now.location().workerKey());
  }

  /** Why the fence did not let a row pass. */
  String whyLost() {
    Answer answer = work.ask("SELECT pg_catalog.pg_backend_pid()", Link.Rows.KEEP);
    SQLException failure = answer.failure();
    if (failure == null
        && Integer.parseInt(answer.replies().get(0).required(0, 0)) != work.processId()) {
      return "a connection pooler gives our statements to changing server sessions, so the"
          + " migration lock does not hold; connect past it, or let it pool sessions, not"
          + " transactions";
    }
    return "the migration lock is no longer ours: somebody ended the session that held it, or the"
        + " network did";
  }
}
