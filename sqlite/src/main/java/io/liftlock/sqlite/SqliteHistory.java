package io.liftlock.sqlite;

import io.liftlock.core.database.HistoryStore;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.migration.Cancellation;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.LockRecord;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.schema.Snapshot;
import io.liftlock.core.sql.Checksum;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.LinkSource;
import io.liftlock.sqlite.sql.Quoted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The history table and what stands beside it, in tables that begin with {@code liftlock_}. */
final class SqliteHistory implements HistoryStore {

  private static final String PARAMETERS = "?" + ", ?".repeat(13);
  private static final String RECORD_PARAMETERS = "?" + ", ?".repeat(11);

  private final LinkSource links;
  private final SqliteHistorySql sql;
  private final String table;

  SqliteHistory(LinkSource links, SqliteHistorySql sql) {
    this.links = links;
    this.sql = sql;
    this.table = sql.table();
  }

  @Override
  public Optional<Snapshot> lastSnapshot() {
    Optional<Link> link = links.ifThere();
    if (link.isEmpty()) {
      return Optional.empty();
    }
    try {
      return link
          .get()
          .query(
              """
              SELECT taken_at, batch, version, fingerprint, server_version, tool_version, content
              FROM main.liftlock_snapshot
              WHERE history = ?
              ORDER BY id DESC LIMIT 1
              """,
              row ->
                  new Snapshot(
                      Instant.parse(row.getString(1)),
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      row.getString(5),
                      row.getString(6),
                      SnapshotContent.unpack(links.file().shown(), row.getBytes(7))),
              table)
          .stream()
          .findFirst();
    } catch (SQLException e) {
      if (Failures.isNoTable(e)) {
        return Optional.empty();
      }
      throw Failures.error(links.file(), "reading the last snapshot", e);
    }
  }

  @Override
  public void keep(Snapshot snapshot) {
    try {
      links
          .get()
          .update(
              SqliteHistorySql.keepSql(),
              table,
              snapshot.takenAt().toString(),
              snapshot.batch(),
              snapshot.migration(),
              snapshot.fingerprint(),
              snapshot.serverVersion(),
              snapshot.toolVersion(),
              SnapshotContent.pack(snapshot.content()));
    } catch (SQLException e) {
      throw Failures.error(links.file(), "keeping the snapshot", e);
    }
  }

  @Override
  public String tableName() {
    return table;
  }

  @Override
  public History read() {
    Optional<Link> link = links.ifThere();
    if (link.isEmpty()) {
      return History.EMPTY;
    }
    try {
      return read(link.get());
    } catch (SQLException e) {
      throw Failures.error(links.file(), "reading the history table " + table, e);
    }
  }

  private History read(Link link) throws SQLException {
    refuseNewer(link);
    try {
      return History.of(
          link.query(
              "SELECT "
                  + SqliteHistorySql.COLUMNS
                  + " FROM main."
                  + Quoted.identifier(table)
                  + " ORDER BY id",
              this::entry));
    } catch (SQLException e) {
      if (columns(link).isEmpty()) {
        return History.EMPTY;
      }
      refuseForeign(link);
      throw e;
    }
  }

  private Set<String> columns(Link link) throws SQLException {
    return new HashSet<>(
        link.query(
            "SELECT lower(name) FROM pragma_table_info(?, 'main')",
            row -> row.getString(1),
            table));
  }

  private void refuseForeign(Link link) throws SQLException {
    Set<String> columns = columns(link);
    if (!columns.isEmpty() && !columns.containsAll(SqliteHistorySql.COLUMN_NAMES)) {
      throw new StateError(
          Problem.error(
                  ErrorCode.HISTORY_FOREIGN,
                  "the table "
                      + table
                      + " in "
                      + links.file().shown()
                      + " was not made by liftlock, so it is neither read nor written")
              .action("keep liftlock's own history in another table: set history.table"));
    }
  }

  private void refuseNewer(Link link) throws SQLException {
    Optional<Integer> form = form(link);
    if (form.isPresent() && form.get() > SqliteHistorySql.FORM) {
      throw new StateError(
          Problem.error(
                  ErrorCode.HISTORY_TOO_NEW,
                  "the history in "
                      + links.file().shown()
                      + " has form "
                      + form.get()
                      + ", this liftlock knows form "
                      + SqliteHistorySql.FORM)
              .action("use a newer liftlock"));
    }
  }

  /** The form of the tables; a number that cannot be read is larger than every other. */
  private Optional<Integer> form(Link link) throws SQLException {
    try {
      return link.value(
              "SELECT value FROM main.liftlock_meta WHERE history = ? AND key = 'form'", table)
          .map(text -> text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : Integer.MAX_VALUE);
    } catch (SQLException e) {
      if (Failures.isNoTable(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private HistoryEntry entry(ResultSet row) throws SQLException {
    String version = row.getString(1);
    try {
      String checksum = row.getString(4);
      return new HistoryEntry(
          version,
          row.getString(2),
          Instant.parse(row.getString(3)),
          checksum == null ? null : Checksum.parse(checksum),
          row.getString(5),
          Direction.ofWord(row.getString(6)),
          EntryState.ofWord(row.getString(7)),
          row.getInt(8),
          row.getLong(9),
          row.getString(10),
          row.getString(11),
          row.getString(12),
          row.getString(13),
          row.getString(14));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new StateError(
          Problem.error(
                  ErrorCode.HISTORY_BROKEN,
                  "a row of the history table "
                      + table
                      + " cannot be understood: that of migration "
                      + version)
              .action("restore the row as liftlock wrote it"),
          e);
    }
  }

  @Override
  public void prepare() {
    Link link = links.get();
    try {
      if (isPrepared(link)) {
        return;
      }
      refuseForeign(link);
      refuseNewer(link);
      link.execute("BEGIN IMMEDIATE");
      boolean made = false;
      try {
        link.execute(prepareSql());
        link.execute("COMMIT");
        made = true;
      } finally {
        if (!made) {
          link.rollback();
        }
      }
    } catch (SQLException e) {
      throw Failures.error(links.file(), "making the history table " + table, e);
    }
  }

  /** Reads only: a run that finds all in place writes nothing. */
  private boolean isPrepared(Link link) throws SQLException {
    int there =
        link.query(
                "SELECT 1 FROM main.sqlite_schema WHERE name COLLATE NOCASE IN (?, ?, ?, ?, ?)",
                row -> 1,
                table,
                "liftlock_statement",
                "liftlock_snapshot",
                "liftlock_meta",
                sql.viewName())
            .size();
    if (there < 5) {
      return false;
    }
    refuseForeign(link);
    refuseNewer(link);
    return form(link).filter(form -> form == SqliteHistorySql.FORM).isPresent();
  }

  @Override
  public List<StatementRecord> statements(MigrationId id, Direction direction) {
    Optional<Link> link = links.ifThere();
    if (link.isEmpty()) {
      return List.of();
    }
    try {
      return link.get()
          .query(
              """
              SELECT version, batch, ordinal, hash, text, state, started_at, finished_at,
                lock_wait_ms, hold_ms
              FROM main.liftlock_statement
              WHERE history = ?1 AND version = ?2 AND direction = ?3 AND batch = (
                SELECT batch FROM main.liftlock_statement
                WHERE history = ?1 AND version = ?2 AND direction = ?3 ORDER BY id DESC LIMIT 1)
              ORDER BY ordinal
              """,
              row ->
                  new StatementRecord(
                      row.getString(1),
                      direction,
                      row.getString(2),
                      row.getInt(3),
                      row.getString(4),
                      row.getString(5),
                      EntryState.ofWord(row.getString(6)),
                      instant(row.getString(7)),
                      instant(row.getString(8)),
                      row.getLong(9),
                      row.getLong(10)),
              table,
              id.toString(),
              direction.word());
    } catch (SQLException e) {
      if (Failures.isNoTable(e)) {
        return List.of();
      }
      throw Failures.error(links.file(), "reading what is remembered of statements", e);
    }
  }

  /** The hash of the newest entry, which the next one has to carry. */
  String tip(Link link) throws SQLException {
    List<HistoryEntry> last =
        link.query(
            "SELECT "
                + SqliteHistorySql.COLUMNS
                + " FROM main."
                + Quoted.identifier(table)
                + " ORDER BY id DESC LIMIT 1",
            this::entry);
    return last.isEmpty() ? History.GENESIS : last.get(0).hash();
  }

  /**
   * Appends an entry.
   *
   * @param elapsedMs since the transaction began, for an entry that leaves the time to the database
   */
  void append(Link link, HistoryEntry entry, long elapsedMs) throws SQLException {
    link.update(sql.appendSql(PARAMETERS), SqliteHistorySql.values(entry, elapsedMs).toArray());
  }

  /** Writes what is remembered of a statement. */
  void remember(Link link, StatementRecord record) throws SQLException {
    link.update(SqliteHistorySql.rememberSql(RECORD_PARAMETERS), sql.values(record).toArray());
  }

  /** Writes down that a process was asked to give way. */
  void note(Link link, Cancellation cancellation) throws SQLException {
    List<@Nullable Object> values = sql.values(cancellation);
    String parameters = String.join(", ", Collections.nCopies(values.size(), "?"));
    link.update(SqliteHistorySql.noteSql(parameters), values.toArray());
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  /** A file has one lock only, which no table's name goes with. */
  @Override
  public List<LockRecord> locks(MigrationId id, Direction direction) {
    return List.of();
  }

  @Override
  public String prepareSql() {
    return sql.prepareSql();
  }

  @Override
  public String writeSql(List<Work> rows) {
    return sql.writeSql(rows);
  }
}
