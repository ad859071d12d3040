package io.liftlock.postgres.watch;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks who holds locks. What a role may not see of others reads NULL: of another role's session the
 * start of its transaction, its state and its query; its application name and user can be seen.
 */
final class BlockerQuery {

  private static final int QUERY_LENGTH = 200;
  private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'?");

  /**
   * Who the locks of {@code held} belong to. A prepared transaction has no process; which one it is
   * shows by the lock that it has on its own transaction id.
   */
  private static final String WHO =
      """
      SELECT h.pid, a.application_name, COALESCE(a.usename, x.owner),
             (EXTRACT(epoch FROM pg_catalog.clock_timestamp()
                                 - COALESCE(a.xact_start, x.prepared)) * 1000)::pg_catalog.int8,
             CASE WHEN h.pid IS NULL THEN x.gid
                  WHEN a.query <> '<insufficient privilege>' THEN pg_catalog.left(a.query, %d) END,
             a.state, a.backend_type = 'autovacuum worker' OR (a.pid IS NOT NULL
               AND a.usesysid IS NULL AND h.mode = 'ShareUpdateExclusiveLock'),
             a.query LIKE '%%(to prevent wraparound)'
               OR (a.backend_type IS NULL AND pg_catalog.age(c.relfrozenxid)
                   > pg_catalog.current_setting('autovacuum_freeze_max_age')::pg_catalog.int4),
             n.nspname, c.relname, h.mode, h.granted
        FROM held h
        LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = h.pid
        LEFT JOIN pg_catalog.pg_class c ON c.oid = h.relation
        LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN LATERAL (
          SELECT p.gid, p.owner, p.prepared
            FROM pg_catalog.pg_locks t
            JOIN pg_catalog.pg_prepared_xacts p ON p.transaction = t.transactionid
           WHERE h.pid IS NULL AND t.pid IS NULL AND t.locktype = 'transactionid'
             AND t.virtualtransaction = h.virtualtransaction
           LIMIT 1) AS x ON true
       ORDER BY COALESCE(a.xact_start, x.prepared) NULLS LAST, h.pid, n.nspname, c.relname, h.mode\
      """
          .formatted(QUERY_LENGTH * 4);

  private BlockerQuery() {}

  /** Who a session waits for. */
  static String of(int processId) {
    return """
    WITH held AS (
      SELECT NULLIF(b.pid, 0) AS pid, l.virtualtransaction, l.relation, l.mode,
             COALESCE(l.granted, true) AS granted
        FROM (SELECT DISTINCT p.pid
                FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids(%1$d)) AS p (pid)) AS b
        LEFT JOIN (pg_catalog.pg_locks l
                   JOIN pg_catalog.pg_locks w
                     ON w.pid = %1$d AND NOT w.granted AND w.locktype = 'relation'
                    AND l.locktype = 'relation' AND l.relation = w.relation
                    AND l.database IS NOT DISTINCT FROM w.database
                    AND l.mode = ANY (CASE w.mode %2$s END))
          ON l.pid IS NOT DISTINCT FROM NULLIF(b.pid, 0))
    %3$s\
    """
        .formatted(
            processId,
            Arrays.stream(LockMode.values())
                .map(mode -> "WHEN '" + mode.word() + "' THEN " + conflicting(mode))
                .collect(Collectors.joining(" ")),
            WHO);
  }

  /**
   * Who has what these locks conflict with, or waits for it.
   *
   * @param ourselves the process that will take them
   */
  static String of(List<ExpectedLock> locks, int ourselves) {
    String wanted =
        locks.stream()
            .map(
                lock ->
                    "(%s, %s, %s)"
                        .formatted(
                            Quoted.literal(lock.relation().schema()),
                            Quoted.literal(lock.relation().name()),
                            conflicting(lock.mode())))
            .collect(Collectors.joining(", "));
    return """
    WITH held AS (
      SELECT l.pid, l.virtualtransaction, l.relation, l.mode, l.granted
        FROM (VALUES %1$s) AS w (schema_name, table_name, modes)
        JOIN pg_catalog.pg_class c ON c.relname = w.table_name::pg_catalog.name
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
         AND CASE WHEN w.schema_name IS NULL THEN pg_catalog.pg_table_is_visible(c.oid)
                  ELSE n.nspname = w.schema_name END
        JOIN pg_catalog.pg_locks l ON l.locktype = 'relation' AND l.relation = c.oid
         AND l.mode = ANY (w.modes)
       WHERE l.database IN (0, (SELECT d.oid FROM pg_catalog.pg_database d
                                 WHERE d.datname = pg_catalog.current_database()))
         AND l.pid IS DISTINCT FROM %2$d)
    %3$s\
    """
        .formatted(wanted, ourselves, WHO);
  }

  private static String conflicting(LockMode mode) {
    return "ARRAY["
        + Arrays.stream(LockMode.values())
            .filter(mode::conflictsWith)
            .map(other -> "'" + other.word() + "'")
            .collect(Collectors.joining(", "))
        + "]";
  }

  /** The answer to one of these, each session once. */
  static List<Blocker> read(Reply reply) {
    Map<String, Blocker> blockers = new LinkedHashMap<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      Blocker blocker = blocker(reply, row);
      // A prepared transaction has its identifier.
      String key = blocker.processId() + " " + (blocker.processId() == 0 ? blocker.query() : "");
      blockers.merge(key, blocker, BlockerQuery::joined);
    }
    return List.copyOf(blockers.values());
  }

  private static Blocker blocker(Reply reply, int row) {
    String process = reply.text(row, 0);
    String application = reply.text(row, 1);
    String age = reply.text(row, 3);
    String query = reply.text(row, 4);
    return new Blocker(
        process == null ? 0 : Long.parseLong(process),
        kind(reply, row),
        application == null ? "" : application,
        reply.text(row, 2),
        age == null ? null : Duration.ofMillis(Long.parseLong(age)),
        process == null ? query : line(query),
        lock(reply, row).stream().toList());
  }

  private static Blocker.Kind kind(Reply reply, int row) {
    if (reply.text(row, 0) == null) {
      return Blocker.Kind.PREPARED;
    }
    if (!reply.isTrue(row, 11)) {
      return Blocker.Kind.WAITING;
    }
    if (reply.isTrue(row, 6)) {
      return reply.isTrue(row, 7) ? Blocker.Kind.WRAPAROUND : Blocker.Kind.AUTOVACUUM;
    }
    String application = reply.text(row, 1);
    if (List.of("pg_dump", "pg_basebackup").contains(String.valueOf(application))) {
      return Blocker.Kind.BACKUP;
    }
    String state = reply.text(row, 5);
    return state != null && state.startsWith("idle in transaction")
        ? Blocker.Kind.IDLE
        : Blocker.Kind.SESSION;
  }

  private static Optional<ExpectedLock> lock(Reply reply, int row) {
    String name = reply.text(row, 9);
    String mode = reply.text(row, 10);
    return name == null || mode == null
        ? Optional.empty()
        : LockMode.of(mode)
            .map(known -> new ExpectedLock(new RelationName(reply.text(row, 8), name), known));
  }

  /** One who holds something and waits for something else is told as who holds. */
  private static Blocker joined(Blocker one, Blocker other) {
    boolean oneWaits = one.kind() == Blocker.Kind.WAITING;
    if (oneWaits != (other.kind() == Blocker.Kind.WAITING)) {
      return oneWaits ? other : one;
    }
    List<ExpectedLock> holds = new ArrayList<>(one.holds());
    other.holds().stream().filter(lock -> !holds.contains(lock)).forEach(holds::add);
    return new Blocker(
        one.processId(), one.kind(), one.application(), one.user(), one.age(), one.query(), holds);
  }

  private static @Nullable String line(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String line = LITERAL.matcher(text).replaceAll("'…'").strip().replaceAll("\\s+", " ");
    return line.length() > QUERY_LENGTH ? line.substring(0, QUERY_LENGTH) + " …" : line;
  }
}
