package io.liftlock.postgres;

import io.liftlock.core.migration.Cancellation;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.schema.Snapshot;
import io.liftlock.postgres.sql.OwnSchema;
import io.liftlock.postgres.sql.Quoted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SQL of everything that liftlock keeps in a PostgreSQL database. */
final class HistoryTables {

  /** The form of the tables; a larger number was written by a newer liftlock. */
  static final int FORM = 3;

  /** The columns that {@link #select} reads, in order. */
  private static final String COLUMNS =
      """
      e.version, e.migration_name,
      (EXTRACT(epoch FROM e.applied_at) * 1000000)::pg_catalog.int8,
      e.checksum, e.prev_hash, e.direction, e.state, e.statements_done, e.duration_ms,
      e.applied_by, e.tool_version, e.error, e.reason, e.batch\
      """;

  private HistoryTables() {}

  /** Reads the history, oldest first. */
  static String select(String table) {
    return "SELECT " + COLUMNS + " FROM " + table + " e ORDER BY e.id";
  }

  /**
   * The history table. No trigger guards it against UPDATE and DELETE: whoever owns the table can
   * drop a trigger as well, other tools and people's habits would stumble over it, and a row that
   * was altered or removed shows, since each row carries the hash of the one before.
   */
  static String createTable(HistoryLocation location) {
    return """
    CREATE TABLE IF NOT EXISTS %s (
      id pg_catalog.int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      version pg_catalog.text NOT NULL,
      migration_name pg_catalog.text NOT NULL,
      applied_at pg_catalog.timestamptz NOT NULL,
      checksum pg_catalog.text,
      prev_hash pg_catalog.text NOT NULL UNIQUE,
      direction pg_catalog.text NOT NULL
        CHECK (direction IN ('up', 'down', 'stamp', 'repair', 'adopt')),
      state pg_catalog.text NOT NULL CHECK (state IN ('started', 'done', 'failed')),
      statements_done pg_catalog.int4 NOT NULL,
      duration_ms pg_catalog.int8 NOT NULL,
      applied_by pg_catalog.text NOT NULL,
      tool_version pg_catalog.text NOT NULL,
      error pg_catalog.text,
      reason pg_catalog.text,
      batch pg_catalog.text NOT NULL
    )\
    """
        .formatted(location.sql());
  }

  /** The tables of the schema liftlock; adds to an older form what it lacks. */
  static final List<String> SUPPORT =
      List.of(
          OwnSchema.META,
          """
          CREATE TABLE IF NOT EXISTS liftlock.history (
            schema_name pg_catalog.text NOT NULL,
            table_name pg_catalog.text NOT NULL,
            by_default pg_catalog.bool NOT NULL,
            PRIMARY KEY (schema_name, table_name)
          )\
          """,
          """
          CREATE UNIQUE INDEX IF NOT EXISTS history_one_default
            ON liftlock.history (table_name) WHERE by_default\
          """,
          """
          CREATE TABLE IF NOT EXISTS liftlock.statement (
            history_schema pg_catalog.text NOT NULL,
            history_table pg_catalog.text NOT NULL,
            version pg_catalog.text NOT NULL,
            direction pg_catalog.text NOT NULL CHECK (direction IN ('up', 'down')),
            batch pg_catalog.text NOT NULL,
            ordinal pg_catalog.int4 NOT NULL,
            hash pg_catalog.text NOT NULL,
            sql pg_catalog.text,
            state pg_catalog.text NOT NULL CHECK (state IN ('started', 'done', 'failed')),
            started_at pg_catalog.timestamptz,
            finished_at pg_catalog.timestamptz,
            lock_wait_ms pg_catalog.int8 NOT NULL,
            hold_ms pg_catalog.int8 NOT NULL,
            seq pg_catalog.int8 GENERATED ALWAYS AS IDENTITY,
            PRIMARY KEY (history_schema, history_table, version, direction, batch, ordinal)
          )\
          """,
          """
          CREATE TABLE IF NOT EXISTS liftlock.lock (
            history_schema pg_catalog.text NOT NULL,
            history_table pg_catalog.text NOT NULL,
            version pg_catalog.text NOT NULL,
            direction pg_catalog.text NOT NULL CHECK (direction IN ('up', 'down')),
            batch pg_catalog.text NOT NULL,
            ordinal pg_catalog.int4 NOT NULL,
            schema_name pg_catalog.text NOT NULL,
            table_name pg_catalog.text NOT NULL,
            mode pg_catalog.text NOT NULL,
            waited_ms pg_catalog.int8 NOT NULL,
            held_ms pg_catalog.int8 NOT NULL,
            seq pg_catalog.int8 GENERATED ALWAYS AS IDENTITY,
            PRIMARY KEY (history_schema, history_table, version, direction, batch, ordinal,
                         schema_name, table_name)
          )\
          """,
          """
          CREATE TABLE IF NOT EXISTS liftlock.cancellation (
            id pg_catalog.int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            history_schema pg_catalog.text NOT NULL,
            history_table pg_catalog.text NOT NULL,
            version pg_catalog.text NOT NULL,
            direction pg_catalog.text NOT NULL CHECK (direction IN ('up', 'down')),
            batch pg_catalog.text NOT NULL,
            cancelled_at pg_catalog.timestamptz NOT NULL,
            process_id pg_catalog.int8 NOT NULL,
            application pg_catalog.text NOT NULL,
            user_name pg_catalog.text,
            age_ms pg_catalog.int8 NOT NULL,
            held pg_catalog.text NOT NULL,
            query pg_catalog.text,
            terminated pg_catalog.bool NOT NULL
          )\
          """,
          """
          CREATE TABLE IF NOT EXISTS liftlock.snapshot (
            id pg_catalog.int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            history_schema pg_catalog.text NOT NULL,
            history_table pg_catalog.text NOT NULL,
            taken_at pg_catalog.timestamptz NOT NULL,
            batch pg_catalog.text NOT NULL,
            version pg_catalog.text NOT NULL,
            fingerprint pg_catalog.text NOT NULL,
            server_version pg_catalog.text NOT NULL,
            tool_version pg_catalog.text NOT NULL,
            content pg_catalog.bytea NOT NULL
          )\
          """,
          OwnSchema.form("form", FORM));

  /** Where the history is, for a connection whose search path says something else. */
  static String register(HistoryLocation location, boolean byDefault) {
    return "INSERT INTO liftlock.history (schema_name, table_name, by_default) VALUES ("
        + Quoted.literal(location.schema())
        + ", "
        + Quoted.literal(location.table())
        + ", "
        + byDefault
        + ") ON CONFLICT DO NOTHING";
  }

  /** What is applied now, over every history of the database. */
  static String view(List<HistoryLocation> histories) {
    return "CREATE OR REPLACE VIEW liftlock.applied AS\n"
        + histories.stream()
            .map(HistoryTables::applied)
            .collect(Collectors.joining("\nUNION ALL\n"));
  }

  private static String applied(HistoryLocation history) {
    return """
    SELECT %1$s::pg_catalog.text AS history_schema, %2$s::pg_catalog.text AS history_table,
           e.version, e.migration_name, e.applied_at,
           COALESCE((SELECT r.checksum FROM %3$s r
                      WHERE r.version = e.version AND r.direction = 'repair'
                        AND r.state = 'done' AND r.id > e.id
                      ORDER BY r.id DESC LIMIT 1), e.checksum) AS checksum,
           e.direction, e.applied_by, e.id
      FROM (SELECT DISTINCT ON (d.version) d.*
              FROM %3$s d
             WHERE d.state = 'done' AND d.direction <> 'repair'
             ORDER BY d.version, d.id DESC) AS e
     WHERE e.direction <> 'down'\
    """
        .formatted(
            Quoted.literal(history.schema()), Quoted.literal(history.table()), history.sql());
  }

  /** What is remembered of a statement is replaced by what is newer. */
  private static final String NEWER =
      """
      ON CONFLICT (history_schema, history_table, version, direction, batch, ordinal)
      DO UPDATE SET hash = excluded.hash, sql = excluded.sql, state = excluded.state,
                    started_at = excluded.started_at, finished_at = excluded.finished_at,
                    lock_wait_ms = excluded.lock_wait_ms, hold_ms = excluded.hold_ms\
      """;

  /** Appends a row; {@code prevHash} is an expression, so that it can be a fence. */
  static String append(HistoryLocation location, HistoryEntry entry, String prevHash) {
    return "INSERT INTO "
        + location.sql()
        + " (version, migration_name, applied_at, checksum, prev_hash, direction, state,"
        + " statements_done, duration_ms, applied_by, tool_version, error, reason, batch) VALUES ("
        + String.join(
            ", ",
            Quoted.literal(entry.version()),
            Quoted.literal(entry.name()),
            time(entry.appliedAt()),
            Quoted.literal(entry.checksum() == null ? null : entry.checksum().toString()),
            prevHash,
            Quoted.literal(entry.direction().word()),
            Quoted.literal(entry.state().word()),
            Integer.toString(entry.statementsDone()),
            entry.durationMs() < 0
                ? milliseconds("pg_catalog.transaction_timestamp()")
                : Long.toString(entry.durationMs()),
            Quoted.literal(entry.appliedBy()),
            Quoted.literal(entry.toolVersion()),
            Quoted.literal(entry.error()),
            Quoted.literal(entry.reason()),
            Quoted.literal(entry.batch()))
        + ")";
  }

  /**
   * Writes what is remembered of statements, each of another ordinal.
   *
   * @param clock for a record whose times the database has to tell: which of the transaction's
   *     clock readings ended its statement, counted from 1; 0 for a statement before the first one,
   *     -1 where there is none
   */
  static String remember(
      HistoryLocation location,
      List<StatementRecord> records,
      ToIntFunction<StatementRecord> clock) {
    return "INSERT INTO liftlock.statement (history_schema, history_table, version, direction,"
        + " batch, ordinal, hash, sql, state, started_at, finished_at, lock_wait_ms, hold_ms)"
        + " VALUES "
        + records.stream()
            .map(record -> values(location, record, clock.applyAsInt(record)))
            .collect(Collectors.joining(", "))
        + " "
        + NEWER;
  }

  private static String values(HistoryLocation location, StatementRecord record, int clock) {
    boolean measured = isMeasured(record, clock);
    String started = measured ? reading(clock - 1) : time(record.startedAt());
    String finished = measured ? reading(clock) : time(record.finishedAt());
    String hold = measured ? milliseconds(started) : Long.toString(record.holdMs());
    return "("
        + String.join(
            ", ",
            Quoted.literal(location.schema()),
            Quoted.literal(location.table()),
            Quoted.literal(record.version()),
            Quoted.literal(record.direction().word()),
            Quoted.literal(record.batch()),
            Integer.toString(record.ordinal()),
            Quoted.literal(record.hash()),
            Quoted.literal(record.text()),
            Quoted.literal(record.state().word()),
            started,
            finished,
            Long.toString(record.lockWaitMs()),
            hold)
        + ")";
  }

  /** {@link #append} as a prepared statement; {@code fence} gives {@code $5} or NULL. */
  static String prepareAppend(String name, HistoryLocation location, String fence) {
    return """
    PREPARE %s (pg_catalog.text, pg_catalog.text, pg_catalog.timestamptz, pg_catalog.text,
                pg_catalog.text, pg_catalog.text, pg_catalog.text, pg_catalog.int4,
                pg_catalog.int8, pg_catalog.text, pg_catalog.text, pg_catalog.text,
                pg_catalog.text, pg_catalog.text, pg_catalog.bool) AS
    INSERT INTO %s (version, migration_name, applied_at, checksum, prev_hash, direction, state,
                    statements_done, duration_ms, applied_by, tool_version, error, reason, batch)
    VALUES ($1, $2, $3, $4, CASE WHEN $15 THEN %s ELSE $5 END, $6, $7, $8,
            CASE WHEN $9 < 0 THEN %s ELSE $9 END, $10, $11, $12, $13, $14)\
    """
        .formatted(name, location.sql(), fence, milliseconds("pg_catalog.transaction_timestamp()"));
  }

  /**
   * Runs what {@link #prepareAppend} has prepared.
   *
   * @param fenced whether the row passes only while the migration lock is held
   */
  static String executeAppend(String name, HistoryEntry entry, boolean fenced) {
    return "EXECUTE "
        + name
        + "("
        + String.join(
            ", ",
            Quoted.literal(entry.version()),
            Quoted.literal(entry.name()),
            time(entry.appliedAt()),
            Quoted.literal(entry.checksum() == null ? null : entry.checksum().toString()),
            Quoted.literal(entry.prevHash()),
            Quoted.literal(entry.direction().word()),
            Quoted.literal(entry.state().word()),
            Integer.toString(entry.statementsDone()),
            Long.toString(entry.durationMs()),
            Quoted.literal(entry.appliedBy()),
            Quoted.literal(entry.toolVersion()),
            Quoted.literal(entry.error()),
            Quoted.literal(entry.reason()),
            Quoted.literal(entry.batch()),
            Boolean.toString(fenced))
        + ")";
  }

  /** {@link #remember} for one record, as a prepared statement. */
  static String prepareRemember(String name, HistoryLocation location) {
    return """
    PREPARE %1$s (pg_catalog.text, pg_catalog.text, pg_catalog.text, pg_catalog.int4,
                  pg_catalog.text, pg_catalog.text, pg_catalog.text, pg_catalog.int4,
                  pg_catalog.timestamptz, pg_catalog.timestamptz, pg_catalog.int8,
                  pg_catalog.int8) AS
    INSERT INTO liftlock.statement (history_schema, history_table, version, direction, batch,
                  ordinal, hash, sql, state, started_at, finished_at, lock_wait_ms, hold_ms)
    SELECT %2$s, %3$s, $1, $2, $3, $4, $5, $6, $7, t.started, t.finished, $11,
           CASE WHEN $8 IS NULL THEN $12
                ELSE COALESCE((EXTRACT(epoch FROM pg_catalog.clock_timestamp() - t.started)
                               * 1000)::pg_catalog.int8, 0) END
      FROM (SELECT CASE WHEN $8 IS NULL THEN $9
                        WHEN $8 <= 1 THEN pg_catalog.transaction_timestamp()
                        ELSE %4$s END AS started,
                   CASE WHEN $8 IS NULL THEN $10
                        WHEN $8 <= 0 THEN pg_catalog.transaction_timestamp()
                        ELSE %5$s END AS finished) AS t
    %6$s\
    """
        .formatted(
            name,
            Quoted.literal(location.schema()),
            Quoted.literal(location.table()),
            reading("$8 - 1"),
            reading("$8"),
            NEWER);
  }

  /** Runs what {@link #prepareRemember} has prepared; {@code clock} as in {@link #remember}. */
  static String executeRemember(String name, StatementRecord record, int clock) {
    boolean measured = isMeasured(record, clock);
    return "EXECUTE "
        + name
        + "("
        + String.join(
            ", ",
            Quoted.literal(record.version()),
            Quoted.literal(record.direction().word()),
            Quoted.literal(record.batch()),
            Integer.toString(record.ordinal()),
            Quoted.literal(record.hash()),
            Quoted.literal(record.text()),
            Quoted.literal(record.state().word()),
            measured ? Integer.toString(clock) : "NULL",
            time(record.startedAt()),
            time(record.finishedAt()),
            Long.toString(record.lockWaitMs()),
            Long.toString(record.holdMs()))
        + ")";
  }

  private static boolean isMeasured(StatementRecord record, int clock) {
    return clock >= 0 && record.startedAt() == null && record.state() != EntryState.STARTED;
  }

  /** A reading of the transaction's clock; NULL where a script has reset the parameter. */
  private static String reading(int clock) {
    return clock <= 0 ? "pg_catalog.transaction_timestamp()" : reading(Integer.toString(clock));
  }

  private static String reading(String clock) {
    return "pg_catalog.to_timestamp(NULLIF(pg_catalog.split_part(pg_catalog.current_setting("
        + "'liftlock.clock', true), ',', "
        + clock
        + "), '')::pg_catalog.float8)";
  }

  private static String milliseconds(String since) {
    return "COALESCE((EXTRACT(epoch FROM pg_catalog.clock_timestamp() - "
        + since
        + ") * 1000)::pg_catalog.int8, 0)";
  }

  private static String time(@Nullable Instant instant) {
    return instant == null
        ? "NULL"
        : "'" + instant.truncatedTo(ChronoUnit.MICROS) + "'::pg_catalog.timestamptz";
  }

  /** What is remembered of the newest run of a migration in one direction. */
  static String statements(HistoryLocation location, String version, String direction) {
    String key =
        "s.history_schema = %s AND s.history_table = %s AND s.version = %s AND s.direction = %s"
            .formatted(
                Quoted.literal(location.schema()),
                Quoted.literal(location.table()),
                Quoted.literal(version),
                Quoted.literal(direction));
    return """
    SELECT s.version, s.direction, s.batch, s.ordinal, s.hash, s.sql, s.state,
           (EXTRACT(epoch FROM s.started_at) * 1000000)::pg_catalog.int8,
           (EXTRACT(epoch FROM s.finished_at) * 1000000)::pg_catalog.int8,
           s.lock_wait_ms, s.hold_ms
      FROM liftlock.statement s
     WHERE %1$s
       AND s.batch = (SELECT s.batch FROM liftlock.statement s
                       WHERE %1$s ORDER BY s.seq DESC LIMIT 1)
     ORDER BY s.ordinal\
    """
        .formatted(key);
  }

  /** The locks that the newest run of a migration in one direction took on tables. */
  static String locks(HistoryLocation location, String version, String direction) {
    String key =
        "l.history_schema = %s AND l.history_table = %s AND l.version = %s AND l.direction = %s"
            .formatted(
                Quoted.literal(location.schema()),
                Quoted.literal(location.table()),
                Quoted.literal(version),
                Quoted.literal(direction));
    return """
    SELECT l.version, l.direction, l.batch, l.ordinal, l.schema_name, l.table_name, l.mode,
           l.waited_ms, l.held_ms
      FROM liftlock.lock l
     WHERE %1$s
       AND l.batch = (SELECT l.batch FROM liftlock.lock l WHERE %1$s ORDER BY l.seq DESC LIMIT 1)
     ORDER BY l.ordinal, l.schema_name, l.table_name\
    """
        .formatted(key);
  }

  /** Writes down that a session was asked to give way. */
  static String note(HistoryLocation location, Cancellation cancellation) {
    return "INSERT INTO liftlock.cancellation (history_schema, history_table, version, direction,"
        + " batch, cancelled_at, process_id, application, user_name, age_ms, held, query,"
        + " terminated) VALUES ("
        + String.join(
            ", ",
            Quoted.literal(location.schema()),
            Quoted.literal(location.table()),
            Quoted.literal(cancellation.version()),
            Quoted.literal(cancellation.direction().word()),
            Quoted.literal(cancellation.batch()),
            time(cancellation.at()),
            Long.toString(cancellation.processId()),
            Quoted.literal(cancellation.application()),
            Quoted.literal(cancellation.user()),
            Long.toString(cancellation.ageMs()),
            Quoted.literal(cancellation.held()),
            Quoted.literal(cancellation.query()),
            Boolean.toString(cancellation.terminated()))
        + ")";
  }

  /** The newest snapshot of a history. */
  static String snapshot(HistoryLocation location) {
    return """
    SELECT (EXTRACT(epoch FROM s.taken_at) * 1000000)::pg_catalog.int8, s.batch, s.version,
           s.fingerprint, s.server_version, s.tool_version,
           pg_catalog.encode(s.content, 'base64')
      FROM liftlock.snapshot s
     WHERE s.history_schema = %s AND s.history_table = %s
     ORDER BY s.id DESC
     LIMIT 1\
    """
        .formatted(Quoted.literal(location.schema()), Quoted.literal(location.table()));
  }

  /**
   * Keeps a snapshot.
   *
   * @param content what is kept of its content, in base 64
   */
  static String keep(HistoryLocation location, Snapshot snapshot, String content) {
    return "INSERT INTO liftlock.snapshot (history_schema, history_table, taken_at, batch, version,"
        + " fingerprint, server_version, tool_version, content) VALUES ("
        + String.join(
            ", ",
            Quoted.literal(location.schema()),
            Quoted.literal(location.table()),
            time(snapshot.takenAt()),
            Quoted.literal(snapshot.batch()),
            Quoted.literal(snapshot.migration()),
            Quoted.literal(snapshot.fingerprint()),
            Quoted.literal(snapshot.serverVersion()),
            Quoted.literal(snapshot.toolVersion()),
            "pg_catalog.decode('" + content + "', 'base64')")
        + ")";
  }
}
