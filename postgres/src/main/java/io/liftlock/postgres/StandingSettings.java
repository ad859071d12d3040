package io.liftlock.postgres;

import io.liftlock.core.plan.Timeouts;
import io.liftlock.postgres.sql.Quoted;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a session has while liftlock works in it. Scripts may change any of them, so
 * they are set again after each.
 */
final class StandingSettings {

  /**
   * How the session's time zone is found. The driver sends the Java machine's zone with its first
   * packet, which would give {@code '2026-01-01 10:00'::timestamptz} another meaning on every
   * developer's machine. What the server would have taken by itself is no longer visible as such; a
   * setting of database or role is, and initdb writes the same zone for the log as for sessions.
   */
  private static final String SERVER_TIME_ZONE =
      """
      COALESCE(
        (SELECT pg_catalog.split_part(c.setting, '=', 2)
           FROM pg_catalog.pg_db_role_setting s,
                LATERAL pg_catalog.unnest(s.setconfig) AS c(setting)
          WHERE s.setdatabase IN (0, (SELECT d.oid FROM pg_catalog.pg_database d
                                       WHERE d.datname = pg_catalog.current_database()))
            AND s.setrole IN (0, (SELECT r.oid FROM pg_catalog.pg_roles r
                                   WHERE r.rolname = session_user))
            AND pg_catalog.lower(c.setting) LIKE 'timezone=%'
          ORDER BY s.setrole <> 0 DESC, s.setdatabase <> 0 DESC
          LIMIT 1),
        pg_catalog.current_setting('log_timezone'))\
      """;

  /**
   * The search path of a role that is named like our own schema. By default its own name comes
   * first in it, so everything that its scripts make without naming a schema would land among our
   * tables.
   */
  private static final String PATH_WITHOUT_OURS =
      """
      pg_catalog.set_config('search_path', pg_catalog.regexp_replace(
        pg_catalog.current_setting('search_path'), '"\\$user"\\s*,\\s*', ''), false)\
      """;

  private final boolean namedLikeOurSchema;
  private final Map<String, String> own = new LinkedHashMap<>();
  private Map<String, String> settings = Map.of();
  private Timeouts timeouts = Timeouts.NONE;
  private @Nullable String timeZone;
  private boolean sent;

  /** For the sessions of a user. */
  StandingSettings(String user) {
    this.namedLikeOurSchema = user.equals("liftlock");
  }

  /** Whether these are in force already. */
  boolean isInForce(Timeouts newTimeouts, Map<String, String> newSettings) {
    return sent && timeouts.equals(newTimeouts) && settings.equals(newSettings);
  }

  /** Whether anything was ever set, or has to be before the first statement. */
  boolean isSent() {
    return sent;
  }

  /** Takes others, in force after {@link #sql()} ran. */
  void take(Timeouts newTimeouts, Map<String, String> newSettings) {
    timeouts = newTimeouts;
    settings = Map.copyOf(newSettings);
    sent = true;
  }

  /** Nothing is in force: the server refused. */
  void forget() {
    settings = Map.of();
    sent = false;
  }

  /** Statements that undo the settings of before which are no longer wanted. */
  List<String> undo(Map<String, String> newSettings) {
    return settings.keySet().stream()
        .filter(name -> !newSettings.containsKey(name))
        .map(name -> "RESET " + Quoted.setting(name))
        .toList();
  }

  /** Notes the time zone that the first run of {@link #sql()} found. */
  void timeZone(String found) {
    timeZone = found;
  }

  /** A parameter that liftlock itself needs. */
  void own(String name, String value) {
    own.put(name, value);
  }

  /** One query that sets everything; its first column is the time zone. */
  String sql() {
    StringBuilder sql = new StringBuilder(512).append("SELECT ");
    sql.append("pg_catalog.set_config('TimeZone', ")
        .append(timeZone == null ? SERVER_TIME_ZONE : Quoted.literal(timeZone))
        .append(", false)");
    if (namedLikeOurSchema) {
      sql.append(", ").append(PATH_WITHOUT_OURS);
    }
    own.forEach((name, value) -> append(sql, name, value));
    append(sql, "lock_timeout", milliseconds(timeouts.lock()));
    append(sql, "statement_timeout", milliseconds(timeouts.statement()));
    append(sql, "idle_in_transaction_session_timeout", milliseconds(timeouts.idleInTransaction()));
    settings.forEach((name, value) -> append(sql, name, value));
    return sql.toString();
  }

  /** The budget of one try to get a lock. */
  Duration lockBudget() {
    return timeouts.lock();
  }

  /** The budget of one statement; zero means no limit. */
  Duration statementBudget() {
    return timeouts.statement();
  }

  /** The search path that a migration is to have, where it is not the usual one. */
  Optional<String> searchPath() {
    return Optional.ofNullable(settings.get("search_path"));
  }

  private static void append(StringBuilder sql, String name, String value) {
    sql.append(", pg_catalog.set_config(")
        .append(Quoted.literal(name))
        .append(", ")
        .append(Quoted.literal(value))
        .append(", false)");
  }

  private static String milliseconds(Duration duration) {
    // Less than a millisecond must not become 0, which means no limit.
    return duration.isZero() ? "0" : Math.max(1, duration.toMillis()) + "ms";
  }
}
