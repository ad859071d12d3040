package io.liftlock.postgres.watch;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.LockWatch;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.sql.Quoted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sees who stands in the way through a second connection, which never takes a lock itself. */
public final class PostgresLockWatch implements LockWatch {

  private final Supplier<Link> watcher;
  private final int ourselves;
  private final Supplier<Optional<String>> searchPath;

  /**
   * @param watcher the second connection
   * @param ourselves the server's process of the connection that does the work
   * @param searchPath what that connection will have as its search path, where it is not the usual
   *     one
   */
  public PostgresLockWatch(
      Supplier<Link> watcher, int ourselves, Supplier<Optional<String>> searchPath) {
    this.watcher = watcher;
    this.ourselves = ourselves;
    this.searchPath = searchPath;
  }

  @Override
  public List<Blocker> conflicting(List<ExpectedLock> locks) {
    if (locks.isEmpty()) {
      return List.of();
    }
    String look = BlockerQuery.of(locks, ourselves);
    Optional<String> path = searchPath.get();
    // One message is one transaction, so that the path goes with it.
    List<String> message =
        path.map(
                names ->
                    List.of(
                        "SELECT pg_catalog.set_config('search_path', "
                            + Quoted.literal(names)
                            + ", true)",
                        look))
            .orElse(List.of(look));
    Answer answer = watcher.get().ask(String.join(";\n", message), Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("who holds locks cannot be seen", answer.failure());
    }
    return BlockerQuery.read(answer.replies().get(message.size() - 1));
  }

  @Override
  public Optional<Duration> replicaLag() {
    // Of another role's standby a role without pg_monitor sees NULL.
    Answer answer =
        watcher
            .get()
            .ask(
                """
                SELECT (EXTRACT(epoch FROM pg_catalog.max(r.replay_lag)) * 1000)::pg_catalog.int8
                  FROM pg_catalog.pg_stat_replication r\
                """,
                Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("standbys cannot be seen", answer.failure());
    }
    String lag = answer.replies().get(0).text(0, 0);
    return lag == null ? Optional.empty() : Optional.of(Duration.ofMillis(Long.parseLong(lag)));
  }

  @Override
  public boolean cancel(Blocker blocker) {
    return end("pg_catalog.pg_cancel_backend", blocker);
  }

  @Override
  public boolean terminate(Blocker blocker) {
    return end("pg_catalog.pg_terminate_backend", blocker);
  }

  /** Only while it is the transaction that was seen, and still holds one of the locks. */
  private boolean end(String function, Blocker blocker) {
    Duration age = blocker.age();
    if (blocker.processId() == 0 || age == null || blocker.holds().isEmpty()) {
      return false;
    }
    String held =
        blocker.holds().stream()
            .map(
                lock ->
                    "(%s, %s, %s)"
                        .formatted(
                            name(lock.relation().schema()),
                            name(lock.relation().name()),
                            Quoted.literal(lock.mode().word())))
            .collect(Collectors.joining(", "));
    String sql =
        """
        SELECT %1$s(a.pid)
          FROM pg_catalog.pg_stat_activity a
         WHERE a.pid = %2$d
           AND a.xact_start <= pg_catalog.clock_timestamp() - interval '%3$d milliseconds'
           AND EXISTS (SELECT 1
                         FROM pg_catalog.pg_locks l
                         JOIN pg_catalog.pg_class c ON c.oid = l.relation
                         JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                        WHERE l.pid = a.pid AND l.granted AND l.locktype = 'relation'
                          AND (n.nspname, c.relname, l.mode) IN (%4$s))\
        """
            .formatted(function, blocker.processId(), age.toMillis(), held);
    Answer answer = watcher.get().ask(sql, Link.Rows.KEEP);
    return answer.failure() == null
        && !answer.replies().get(0).rows().isEmpty()
        && answer.replies().get(0).isTrue(0, 0);
  }

  private static String name(@Nullable String name) {
    return Quoted.literal(name) + "::pg_catalog.name";
  }
}
