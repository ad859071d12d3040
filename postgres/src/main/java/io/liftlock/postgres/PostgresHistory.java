package io.liftlock.postgres;

import io.liftlock.core.database.HistoryStore;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.LockRecord;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.schema.Snapshot;
import io.liftlock.core.sql.Checksum;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.OwnSchema;
import io.liftlock.postgres.sql.Quoted;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The history in a table of its own, and what belongs to it in the schema {@code liftlock}. Reading
 * it takes one round trip: the query for the rows is sent along with the one that asks where the
 * table is, and only where the guess was wrong a second one follows.
 */
final class PostgresHistory implements HistoryStore {

  private final Link link;
  private final HistoryTable configured;
  private final String database;
  private final String user;
  private @Nullable Found found;
  private Duration deadlockTimeout = Duration.ZERO;
  private boolean plpgsql;

  /**
   * What the last look found.
   *
   * @param location where the history is, or will be
   * @param table whether the table is there
   * @param schema whether the schema liftlock is there
   * @param support whether its tables are there and this role can read them
   * @param current whether they have today's form
   * @param registered whether the location is recorded
   */
  private record Found(
      HistoryLocation location,
      boolean table,
      boolean schema,
      boolean support,
      boolean current,
      boolean registered) {

    boolean complete() {
      return table && support && current && registered;
    }
  }

  PostgresHistory(Link link, HistoryTable configured, String database, String user) {
    this.link = link;
    this.configured = configured;
    this.database = database;
    this.user = user;
  }

  @Override
  public History read() {
    String name =
        configured.schema() == null
            ? Quoted.identifier(configured.table())
            : Quoted.qualified(configured.schema(), configured.table());
    Answer answer =
        link.ask(where(name) + ";" + recorded() + ";" + HistoryTables.select(name), Link.Rows.KEEP);
    SQLException failure = answer.failure();
    int answered = answer.replies().size();
    if (failure != null && (answered == 0 || Failures.isConnectionLoss(failure))) {
      throw Failures.error("the history cannot be looked for", failure);
    }
    Reply where = answer.replies().get(0);
    deadlockTimeout = Duration.ofMillis(Long.parseLong(where.required(0, 3)));
    plpgsql = where.isTrue(0, 4);
    Reply recorded = answered > 1 ? answer.replies().get(1) : null;
    if (recorded == null && !isMissing(answer)) {
      throw Failures.error("the history cannot be looked for", notNull(failure));
    }
    checkForm(recorded);
    boolean current = isCurrent(recorded);
    boolean support = recorded != null;
    String recordedSchema = recorded == null ? null : recorded.text(0, 1);
    String resolvedSchema = where.text(0, 1);
    HistoryLocation location = locate(recordedSchema, resolvedSchema, where.text(0, 0));
    boolean schemaIsThere = where.isTrue(0, 2);
    if (failure == null && location.schema().equals(resolvedSchema)) {
      found = new Found(location, true, schemaIsThere, support, current, recordedSchema != null);
      return history(answer.replies().get(2));
    }
    if (answered == 2 && location.schema().equals(resolvedSchema)) {
      throw unreadable(location, answer);
    }
    if (resolvedSchema == null && recordedSchema == null) {
      found = new Found(location, false, schemaIsThere, support, current, false);
      return History.EMPTY;
    }
    Found there =
        new Found(location, true, schemaIsThere, support, current, recordedSchema != null);
    return readAt(there);
  }

  /**
   * Reads where the search path does not lead, or where the first try could not get to the rows.
   */
  private History readAt(Found there) {
    HistoryLocation location = there.location();
    Answer answer = link.ask(HistoryTables.select(location.sql()), Link.Rows.KEEP);
    if (answer.sqlState().equals("42P01") || answer.sqlState().equals("3F000")) {
      found =
          new Found(
              location,
              false,
              there.schema(),
              there.support(),
              there.current(),
              there.registered());
      return History.EMPTY;
    }
    if (answer.failure() != null) {
      throw unreadable(location, answer);
    }
    found = there;
    return history(answer.replies().get(0));
  }

  private static String where(String name) {
    return """
    SELECT pg_catalog.current_schema(),
           (SELECT n.nspname
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid = pg_catalog.to_regclass(%s)),
           EXISTS (SELECT 1 FROM pg_catalog.pg_namespace n WHERE n.nspname = 'liftlock'),
           (EXTRACT(epoch FROM pg_catalog.current_setting('deadlock_timeout')::pg_catalog.interval)
             * 1000)::pg_catalog.int8,
           EXISTS (SELECT 1 FROM pg_catalog.pg_language l
                    WHERE l.lanname = 'plpgsql'
                      AND pg_catalog.has_language_privilege(l.oid, 'USAGE'))\
    """
        .formatted(Quoted.literal(name));
  }

  private String recorded() {
    String condition =
        configured.schema() == null
            ? "h.by_default"
            : "h.schema_name = " + Quoted.literal(configured.schema());
    return """
    SELECT (SELECT m.value FROM liftlock.meta m WHERE m.key = 'form'),
           (SELECT h.schema_name FROM liftlock.history h WHERE h.table_name = %s AND %s)\
    """
        .formatted(Quoted.literal(configured.table()), condition);
  }

  /** Undefined table or schema, or no privilege to look into it. */
  private static boolean isMissing(Answer answer) {
    return List.of("42P01", "3F000", "42501").contains(answer.sqlState());
  }

  private static SQLException notNull(@Nullable SQLException e) {
    return e == null ? new SQLException("the server's answer is incomplete") : e;
  }

  private static void checkForm(@Nullable Reply recorded) {
    String form = recorded == null ? null : recorded.text(0, 0);
    if (form != null && Integer.parseInt(form) > HistoryTables.FORM) {
      throw tooNew("its tables have form " + form + ", this one knows " + HistoryTables.FORM);
    }
  }

  private static boolean isCurrent(@Nullable Reply recorded) {
    String form = recorded == null ? null : recorded.text(0, 0);
    return form != null && Integer.parseInt(form) == HistoryTables.FORM;
  }

  private static StateError tooNew(String why) {
    return new StateError(
        Problem.error(ErrorCode.HISTORY_TOO_NEW, "a newer liftlock has written the history: " + why)
            .action("use that liftlock, or a newer one"));
  }

  private HistoryLocation locate(
      @Nullable String recorded, @Nullable String resolved, @Nullable String current) {
    String schema = configured.schema();
    if (schema == null) {
      schema = recorded;
    }
    if (schema == null) {
      schema = resolved;
    }
    if (schema == null) {
      schema = current;
    }
    if (schema == null) {
      throw new UserError(
          Problem.error(
                  ErrorCode.CONFIG_INVALID,
                  "the history has no place: no schema of the connection's search_path exists")
              .action("name one in the configuration: history.schema"));
    }
    return new HistoryLocation(schema, configured.table());
  }

  private LiftlockException unreadable(HistoryLocation location, Answer answer) {
    String state = answer.sqlState();
    if (state.equals("42703")) {
      return new StateError(
          Problem.error(
                  ErrorCode.HISTORY_FOREIGN,
                  "the table " + plain(location) + " is not liftlock's: " + columns(location))
              .action(
                  "leave it as it is, and give liftlock's history another name:"
                      + " history.table in the configuration"));
    }
    if (state.equals("42501")) {
      return privilege(
          "the history " + plain(location) + " cannot be read",
          "GRANT USAGE ON SCHEMA %s TO %s;\nGRANT SELECT, INSERT ON %s TO %s;"
              .formatted(
                  Quoted.identifier(location.schema()),
                  Quoted.identifier(user),
                  location.sql(),
                  Quoted.identifier(user)),
          notNull(answer.failure()));
    }
    return Failures.error("the history cannot be read", notNull(answer.failure()));
  }

  private static DatabaseError privilege(String what, String grant, SQLException e) {
    return new DatabaseError(
        Problem.error(ErrorCode.PRIVILEGE_MISSING, what + ": the privilege is missing")
            .action("let the owner run:\n" + grant),
        e.getSQLState(),
        e);
  }

  private String columns(HistoryLocation location) {
    String sql =
        """
        SELECT pg_catalog.string_agg(a.attname, ', ' ORDER BY a.attnum)
          FROM pg_catalog.pg_attribute a
         WHERE a.attrelid = pg_catalog.to_regclass(%s) AND a.attnum > 0 AND NOT a.attisdropped\
        """
            .formatted(Quoted.literal(location.sql()));
    Answer answer = link.ask(sql, Link.Rows.KEEP);
    String names = answer.failure() == null ? answer.replies().get(0).text(0, 0) : null;
    return names == null ? "its columns are others" : "its columns are " + names;
  }

  private static History history(Reply reply) {
    List<HistoryEntry> entries = new ArrayList<>(reply.rows().size());
    for (int row = 0; row < reply.rows().size(); row++) {
      entries.add(entry(reply, row));
    }
    return History.of(entries);
  }

  private static HistoryEntry entry(Reply reply, int row) {
    try {
      String checksum = reply.text(row, 3);
      return new HistoryEntry(
          reply.required(row, 0),
          reply.required(row, 1),
          instant(reply.required(row, 2)),
          checksum == null ? null : Checksum.parse(checksum),
          reply.required(row, 4),
          Direction.ofWord(reply.required(row, 5)),
          EntryState.ofWord(reply.required(row, 6)),
          Integer.parseInt(reply.required(row, 7)),
          Long.parseLong(reply.required(row, 8)),
          reply.required(row, 9),
          reply.required(row, 10),
          reply.text(row, 11),
          reply.text(row, 12),
          reply.required(row, 13));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw tooNew("row " + (row + 1) + " holds something that this one cannot read");
    }
  }

  private static Instant instant(String microseconds) {
    return Instant.EPOCH.plus(Long.parseLong(microseconds), ChronoUnit.MICROS);
  }

  private static @Nullable Instant optionalInstant(@Nullable String microseconds) {
    return microseconds == null ? null : instant(microseconds);
  }

  @Override
  public void prepare() {
    Found before = found();
    if (before.complete()) {
      return;
    }
    try {
      create(before);
    } catch (DatabaseError e) {
      // Two at once: the other one made it in between, so look again and add what is missing.
      if (!List.of("23505", "42P07", "42P06").contains(String.valueOf(e.sqlState()))) {
        throw e;
      }
      read();
      create(found());
    }
    read();
    if (!found().complete()) {
      throw new StateError(
          Problem.error(
                  ErrorCode.PRIVILEGE_MISSING,
                  "the tables of the schema liftlock are there, but cannot be read")
              .action(
                  "let their owner run:\nGRANT USAGE ON SCHEMA liftlock TO %1$s;\n"
                          .formatted(Quoted.identifier(user))
                      + "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA liftlock TO %s;"
                          .formatted(Quoted.identifier(user))));
    }
  }

  private void create(Found before) {
    HistoryLocation location = before.location();
    List<String> statements = new ArrayList<>();
    statements.add("BEGIN");
    if (!before.schema()) {
      statements.add(OwnSchema.CREATE);
    }
    if (!before.support() || !before.current()) {
      statements.addAll(HistoryTables.SUPPORT);
    }
    if (!before.table()) {
      statements.add(HistoryTables.createTable(location));
    }
    statements.add(HistoryTables.register(location, configured.schema() == null));
    List<HistoryLocation> histories = before.support() ? histories() : new ArrayList<>();
    if (!histories.contains(location)) {
      histories.add(location);
    }
    statements.add(HistoryTables.view(histories));
    statements.add("COMMIT");
    Answer answer = link.ask(String.join(";\n", statements), Link.Rows.DROP);
    SQLException failure = answer.failure();
    if (failure != null) {
      if (link.inTransaction()) {
        link.ask("ROLLBACK", Link.Rows.DROP);
      }
      throw notCreated(location, statements.get(answer.replies().size()), failure);
    }
  }

  private LiftlockException notCreated(
      HistoryLocation location, String statement, SQLException failure) {
    String what = "the history cannot be made in " + plain(location);
    if (Failures.state(failure).equals("42501")) {
      String grant;
      if (statement.startsWith("CREATE SCHEMA")) {
        grant = "GRANT CREATE ON DATABASE %s TO %s;".formatted(q(database), q(user));
      } else if (statement.contains(location.sql()) && statement.startsWith("CREATE TABLE")) {
        grant = "GRANT CREATE, USAGE ON SCHEMA %s TO %s;".formatted(q(location.schema()), q(user));
      } else {
        grant =
            "ALTER SCHEMA liftlock OWNER TO %1$s; -- and the owner of its tables and view"
                .formatted(q(user));
      }
      return privilege(what, grant, failure);
    }
    if (Failures.state(failure).equals("3F000")) {
      return new UserError(
          Problem.error(
                  ErrorCode.CONFIG_INVALID,
                  what + ": the schema " + location.schema() + " does not exist")
              .action("create it, or correct history.schema in the configuration"));
    }
    return Failures.error(what, failure);
  }

  private static String q(String name) {
    return Quoted.identifier(name);
  }

  private List<HistoryLocation> histories() {
    String sql =
        """
        SELECT h.schema_name, h.table_name
          FROM liftlock.history h
          JOIN pg_catalog.pg_namespace n ON n.nspname = h.schema_name
          JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = h.table_name
         ORDER BY 1, 2\
        """;
    Answer answer = link.ask(sql, Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("the histories of this database cannot be read", answer.failure());
    }
    Reply reply = answer.replies().get(0);
    return IntStream.range(0, reply.rows().size())
        .mapToObj(row -> new HistoryLocation(reply.required(row, 0), reply.required(row, 1)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Override
  public List<StatementRecord> statements(MigrationId id, Direction direction) {
    Found now = found();
    if (!now.support()) {
      return List.of();
    }
    Answer answer =
        link.ask(
            HistoryTables.statements(now.location(), id.toString(), direction.word()),
            Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("the record of statements cannot be read", answer.failure());
    }
    Reply reply = answer.replies().get(0);
    List<StatementRecord> records = new ArrayList<>(reply.rows().size());
    for (int row = 0; row < reply.rows().size(); row++) {
      records.add(
          new StatementRecord(
              reply.required(row, 0),
              Direction.ofWord(reply.required(row, 1)),
              reply.required(row, 2),
              Integer.parseInt(reply.required(row, 3)),
              reply.required(row, 4),
              reply.text(row, 5),
              EntryState.ofWord(reply.required(row, 6)),
              optionalInstant(reply.text(row, 7)),
              optionalInstant(reply.text(row, 8)),
              Long.parseLong(reply.required(row, 9)),
              Long.parseLong(reply.required(row, 10))));
    }
    return records;
  }

  @Override
  public List<LockRecord> locks(MigrationId id, Direction direction) {
    Found now = found();
    if (!now.support() || !now.current()) {
      return List.of();
    }
    Answer answer =
        link.ask(
            HistoryTables.locks(now.location(), id.toString(), direction.word()), Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("the record of locks cannot be read", answer.failure());
    }
    Reply reply = answer.replies().get(0);
    List<LockRecord> records = new ArrayList<>(reply.rows().size());
    for (int row = 0; row < reply.rows().size(); row++) {
      records.add(
          new LockRecord(
              reply.required(row, 0),
              Direction.ofWord(reply.required(row, 1)),
              reply.required(row, 2),
              Integer.parseInt(reply.required(row, 3)),
              RelationName.of(reply.required(row, 4), reply.required(row, 5)),
              LockMode.of(reply.required(row, 6)).orElse(LockMode.ACCESS_EXCLUSIVE),
              Long.parseLong(reply.required(row, 7)),
              Long.parseLong(reply.required(row, 8))));
    }
    return records;
  }

  @Override
  public String prepareSql() {
    return written().prepareSql();
  }

  @Override
  public String writeSql(List<Work> rows) {
    return written().writeSql(rows);
  }

  private WrittenHistory written() {
    return new WrittenHistory(location(), configured.schema() == null);
  }

  @Override
  public Optional<Snapshot> lastSnapshot() {
    HistoryLocation location = location();
    Answer answer = link.ask(HistoryTables.snapshot(location), Link.Rows.KEEP);
    if (answer.sqlState().equals("42P01") || answer.sqlState().equals("3F000")) {
      return Optional.empty();
    }
    if (answer.failure() != null) {
      throw snapshotFailed("the last snapshot cannot be read", answer.failure());
    }
    Reply reply = answer.replies().get(0);
    if (reply.rows().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Snapshot(
            instant(reply.required(0, 0)),
            reply.required(0, 1),
            reply.required(0, 2),
            reply.required(0, 3),
            reply.required(0, 4),
            reply.required(0, 5),
            SnapshotContent.unpack(plain(location), reply.required(0, 6))));
  }

  @Override
  public void keep(Snapshot snapshot) {
    String content = SnapshotContent.pack(snapshot.content());
    Answer answer = link.ask(HistoryTables.keep(location(), snapshot, content), Link.Rows.DROP);
    if (answer.failure() != null) {
      throw snapshotFailed("the snapshot cannot be kept", answer.failure());
    }
  }

  private LiftlockException snapshotFailed(String what, SQLException failure) {
    return Failures.state(failure).equals("42501")
        ? privilege(
            what,
            "GRANT USAGE ON SCHEMA liftlock TO %1$s;\nGRANT SELECT, INSERT ON liftlock.snapshot TO %1$s;"
                .formatted(q(user)),
            failure)
        : Failures.error(what, failure);
  }

  @Override
  public String tableName() {
    Found now = found;
    if (now != null) {
      return plain(now.location());
    }
    return configured.schema() == null
        ? configured.table()
        : plain(new HistoryLocation(configured.schema(), configured.table()));
  }

  private static String plain(HistoryLocation location) {
    return location.schema() + "." + location.table();
  }

  private Found found() {
    if (found == null) {
      read();
    }
    Found now = found;
    if (now == null) {
      throw new IllegalStateException("reading the history did not find a place for it");
    }
    return now;
  }

  /** How long the server waits before it looks for a deadlock; travels with the history. */
  Duration deadlockTimeout() {
    found();
    return deadlockTimeout;
  }

  /** Whether DO blocks can be run, as far as this role may; travels with the history. */
  boolean hasPlpgsql() {
    found();
    return plpgsql;
  }

  /** Where the history is, or will be. */
  HistoryLocation location() {
    return found().location();
  }
}
