package io.liftlock.sqlite;

import io.liftlock.core.database.HistorySql;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.Bug;
import io.liftlock.core.migration.Cancellation;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Step;
import io.liftlock.sqlite.sql.Quoted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The history's tables as SQL text. A schema that is configured has no meaning here: it is
 * PostgreSQL's, in an environment with databases of both kinds.
 */
final class SqliteHistorySql implements HistorySql {

  /** The form of the tables that this liftlock writes. */
  static final int FORM = 3;

  static final String COLUMNS =
      "version, migration_name, applied_at, checksum, prev_hash, direction, state,"
          + " statements_done, duration_ms, applied_by, tool_version, error, reason, batch";

  static final Set<String> COLUMN_NAMES = Set.of(COLUMNS.split(",\\s*", -1));

  private static final String RECORD_COLUMNS =
      "history, version, direction, batch, ordinal, hash, text, state, started_at, finished_at,"
          + " lock_wait_ms, hold_ms";

  /** A newer state of a statement replaces the older one; what it does not know stays. */
  private static final String RECORD_AGAIN =
      """
      ON CONFLICT (history, version, direction, batch, ordinal) DO UPDATE SET
       hash = excluded.hash, text = coalesce(excluded.text, text), state = excluded.state,
       started_at = coalesce(excluded.started_at, started_at),
       finished_at = coalesce(excluded.finished_at, finished_at),
       lock_wait_ms = excluded.lock_wait_ms, hold_ms = excluded.hold_ms\
      """;

  private final String table;

  SqliteHistorySql(String table) {
    this.table = table;
  }

  /** The table's name. */
  String table() {
    return table;
  }

  /** One view for each history; that of the usual table has the short name. */
  String viewName() {
    return table.equalsIgnoreCase("schema_version")
        ? "liftlock_applied"
        : "liftlock_applied_" + table;
  }

  @Override
  public String prepareSql() {
    return """
    CREATE TABLE IF NOT EXISTS main.%1$s (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      version TEXT NOT NULL,
      migration_name TEXT NOT NULL,
      applied_at TEXT NOT NULL,
      checksum TEXT,
      -- The entry before: two runs can never append to one state.
      prev_hash TEXT NOT NULL UNIQUE,
      direction TEXT NOT NULL,
      state TEXT NOT NULL,
      statements_done INTEGER NOT NULL,
      duration_ms INTEGER NOT NULL,
      applied_by TEXT NOT NULL,
      tool_version TEXT NOT NULL,
      error TEXT,
      reason TEXT,
      batch TEXT NOT NULL
    );
    CREATE TABLE IF NOT EXISTS main.liftlock_statement (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      history TEXT NOT NULL,
      version TEXT NOT NULL,
      direction TEXT NOT NULL,
      batch TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      hash TEXT NOT NULL,
      text TEXT,
      state TEXT NOT NULL,
      started_at TEXT,
      finished_at TEXT,
      lock_wait_ms INTEGER NOT NULL,
      hold_ms INTEGER NOT NULL,
      UNIQUE (history, version, direction, batch, ordinal)
    );
    -- A file has one lock only, so this stays empty; the form is PostgreSQL's.
    CREATE TABLE IF NOT EXISTS main.liftlock_lock (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      history TEXT NOT NULL,
      version TEXT NOT NULL,
      direction TEXT NOT NULL,
      batch TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      schema_name TEXT NOT NULL,
      table_name TEXT NOT NULL,
      mode TEXT NOT NULL,
      waited_ms INTEGER NOT NULL,
      held_ms INTEGER NOT NULL,
      UNIQUE (history, version, direction, batch, ordinal, schema_name, table_name)
    );
    CREATE TABLE IF NOT EXISTS main.liftlock_cancellation (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      history TEXT NOT NULL,
      version TEXT NOT NULL,
      direction TEXT NOT NULL,
      batch TEXT NOT NULL,
      cancelled_at TEXT NOT NULL,
      process_id INTEGER NOT NULL,
      application TEXT NOT NULL,
      user_name TEXT,
      age_ms INTEGER NOT NULL,
      held TEXT NOT NULL,
      query TEXT,
      terminated INTEGER NOT NULL
    );
    CREATE TABLE IF NOT EXISTS main.liftlock_snapshot (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      history TEXT NOT NULL,
      taken_at TEXT NOT NULL,
      batch TEXT NOT NULL,
      version TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      server_version TEXT NOT NULL,
      tool_version TEXT NOT NULL,
      -- JSON, compressed by gzip.
      content BLOB NOT NULL
    );
    CREATE TABLE IF NOT EXISTS main.liftlock_meta (
      history TEXT NOT NULL,
      key TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (history, key)
    );
    CREATE VIEW IF NOT EXISTS main.%2$s AS
      SELECT version, migration_name, applied_at, applied_by, checksum
      FROM %1$s AS event
      WHERE state = 'done' AND direction IN ('up', 'stamp', 'adopt')
        AND NOT EXISTS (
          SELECT 1 FROM %1$s AS later
          WHERE later.version = event.version AND later.id > event.id AND later.state = 'done'
            AND later.direction IN ('up', 'down', 'stamp', 'adopt'));
    INSERT INTO main.liftlock_meta (history, key, value) VALUES (%3$s, 'form', '%4$d')
      ON CONFLICT (history, key) DO UPDATE SET value = excluded.value
        WHERE CAST(value AS INTEGER) < CAST(excluded.value AS INTEGER);
    """
        .formatted(
            Quoted.identifier(table), Quoted.identifier(viewName()), Quoted.literal(table), FORM);
  }

  /** An INSERT of an entry; its values are parameters, or what is given. */
  String appendSql(String values) {
    return "INSERT INTO main."
        + Quoted.identifier(table)
        + " ("
        + COLUMNS
        + ") VALUES ("
        + values
        + ")";
  }

  /** An INSERT of a statement, or of a newer state of one. */
  static String rememberSql(String values) {
    return "INSERT INTO main.liftlock_statement ("
        + RECORD_COLUMNS
        + ") VALUES ("
        + values
        + ")"
        + RECORD_AGAIN;
  }

  /** An INSERT of a note that a process was asked to give way. */
  static String noteSql(String values) {
    return "INSERT INTO main.liftlock_cancellation (history, version, direction, batch,"
        + " cancelled_at, process_id, application, user_name, age_ms, held, query, terminated)"
        + " VALUES ("
        + values
        + ")";
  }

  List<@Nullable Object> values(Cancellation cancellation) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(table);
    values.add(cancellation.version());
    values.add(cancellation.direction().word());
    values.add(cancellation.batch());
    values.add(cancellation.at().toString());
    values.add(cancellation.processId());
    values.add(cancellation.application());
    values.add(cancellation.user());
    values.add(cancellation.ageMs());
    values.add(cancellation.held());
    values.add(cancellation.query());
    values.add(cancellation.terminated() ? 1 : 0);
    return values;
  }

  /** An INSERT of a snapshot; the values are parameters. */
  static String keepSql() {
    return """
    INSERT INTO main.liftlock_snapshot (history, taken_at, batch, version, fingerprint,
      server_version, tool_version, content)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    """;
  }

  static List<@Nullable Object> values(HistoryEntry entry, long elapsedMs) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(entry.version());
    values.add(entry.name());
    values.add(entry.appliedAt().toString());
    values.add(entry.checksum() == null ? null : entry.checksum().toString());
    values.add(entry.prevHash());
    values.add(entry.direction().word());
    values.add(entry.state().word());
    values.add(entry.statementsDone());
    values.add(entry.durationMs() < 0 ? elapsedMs : entry.durationMs());
    values.add(entry.appliedBy());
    values.add(entry.toolVersion());
    values.add(entry.error());
    values.add(entry.reason());
    values.add(entry.batch());
    return values;
  }

  List<@Nullable Object> values(StatementRecord record) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(table);
    values.add(record.version());
    values.add(record.direction().word());
    values.add(record.batch());
    values.add(record.ordinal());
    values.add(record.hash());
    values.add(record.text());
    values.add(record.state().word());
    values.add(text(record.startedAt()));
    values.add(text(record.finishedAt()));
    values.add(record.lockWaitMs());
    values.add(record.holdMs());
    return values;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  @Override
  public String writeSql(List<Work> rows) {
    StringBuilder sql = new StringBuilder();
    Work.Cases<String> write =
        new Work.Cases<>() {
          @Override
          public String run(Step step) {
            throw new Bug("only rows are written here, not " + step.statement());
          }

          @Override
          public String append(HistoryEntry entry) {
            // Nobody measures a script that is run by hand.
            return appendSql(literals(values(entry, 0))) + ";\n";
          }

          @Override
          public String remember(StatementRecord record) {
            return rememberSql(literals(values(record))) + ";\n";
          }

          @Override
          public String lock(Work.Lock lock) {
            throw new Bug("only rows are written here, no locks");
          }

          @Override
          public String note(Cancellation cancellation) {
            return noteSql(literals(values(cancellation))) + ";\n";
          }
        };
    rows.forEach(row -> sql.append(row.match(write)));
    return sql.toString();
  }

  private static String literals(List<@Nullable Object> values) {
    List<String> literals = new ArrayList<>();
    for (Object value : values) {
      literals.add(
          value == null
              ? "NULL"
              : value instanceof Number ? value.toString() : Quoted.literal(value.toString()));
    }
    return String.join(", ", literals);
  }
}
