package io.liftlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Evidence;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.LockHolder;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementFailure.Reason;
import io.liftlock.core.database.StepResult;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.StateError;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.report.CheckResult;
import io.liftlock.core.sql.Checksum;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The database port's definition, as tests: an adapter is right when its subclass of this passes.
 * Every test gets an empty database. The SQL is what both dialects have in common; what they do not
 * have in common, the subclass says.
 */
public abstract class DatabaseContract {

  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofSeconds(5), Duration.ZERO, Duration.ZERO);
  private static final Timeouts HASTY =
      new Timeouts(Duration.ofMillis(100), Duration.ZERO, Duration.ZERO);

  /** Every sign that some layer between Java and a table might take for its own. */
  private static final String ODD =
      "it's \"odd\" \\ back\\\\slash \\n line\nfeed, carriage\r\nreturn, tab\t, $1 ? :name"
          + " %s ${x} -- no comment /* none */ ; $$ Zürich \uD83D\uDEA2 'x''y'";

  private final List<Database> opened = new ArrayList<>();

  // What the adapter's test says

  /** Opens the database of the running test; may be called several times in one test. */
  protected abstract Database open(OpenOptions options);

  /** The dialect that statements are cut by. */
  protected abstract Dialect dialect();

  /** Runs a script on a connection that knows nothing of liftlock. */
  protected abstract void byHand(String sql);

  /** The first column of the first row, as text, on a connection that knows nothing of liftlock. */
  protected abstract Optional<String> ask(String sql);

  /** A query for one row if a table of that name is there. */
  protected abstract String tableQuery(String table);

  /** Holds a lock that keeps others from changing a table, until it is closed. */
  protected abstract AutoCloseable block(String table);

  /** A statement that takes at least several seconds where nothing stops it. */
  protected abstract String slowStatement();

  /** A setting that {@link io.liftlock.core.database.Session#configure} takes. */
  protected abstract Setting setting();

  /**
   * A setting of a session.
   *
   * @param name its name
   * @param value a value that it does not have by default, as the query answers it
   * @param query a SELECT for its value in the session that runs it
   */
  public record Setting(String name, String value, String query) {}

  // Building blocks

  /** Options with the usual history table. */
  protected static OpenOptions options() {
    return options("schema_version", "runner one");
  }

  private static OpenOptions options(String table, String user) {
    return new OpenOptions(
        "main",
        new HistoryTable(null, table),
        new RunnerIdentity(
            user, "host.example", 4242, Instant.parse("2026-11-20T10:00:00Z"), "1.2.3"));
  }

  /** Opens the database of the running test and closes it behind the test. */
  protected final Database open() {
    return opening(options());
  }

  private Database opening(OpenOptions options) {
    Database database = open(options);
    opened.add(database);
    return database;
  }

  private Database prepared() {
    Database database = open();
    database.history().prepare();
    return database;
  }

  @AfterEach
  final void closeAll() {
    opened.forEach(Database::close);
  }

  /** The statements of a script that stands in {@code 001_test.sql}. */
  protected final List<Statement> statements(String sql) {
    Script script = new ScriptReader().read("001_test.sql", sql, dialect());
    return script.stream().toList();
  }

  /** Pieces of work that run the statements of a script. */
  protected final List<Work> runs(String sql) {
    List<Work> work = new ArrayList<>();
    int ordinal = 1;
    for (Statement statement : statements(sql)) {
      work.add(new Work.Run(new Step(ordinal++, statement, Placement.INSIDE, PATIENT)));
    }
    return work;
  }

  /** A step that runs outside any transaction of liftlock's own. */
  protected final Step outside(String sql, Timeouts timeouts) {
    return new Step(1, statements(sql).get(0), Placement.OUTSIDE, timeouts);
  }

  /** The entry that continues a history. */
  protected static HistoryEntry entry(History history, String version, EntryState state) {
    return entry(history, version, "name of " + version, state, 12, null, null);
  }

  private static HistoryEntry entry(
      History history,
      String version,
      String name,
      EntryState state,
      long durationMs,
      @Nullable String error,
      @Nullable String reason) {
    return new HistoryEntry(
        version,
        name,
        Instant.parse("2026-11-20T10:11:12.345Z"),
        Checksum.EMPTY.then(Checksum.sha256(version)),
        history.tip(),
        Direction.UP,
        state,
        3,
        durationMs,
        "who@host",
        "1.2.3",
        error,
        reason,
        "batch 1");
  }

  private static StatementRecord record(int ordinal, EntryState state, @Nullable String text) {
    return new StatementRecord(
        "001",
        Direction.UP,
        "batch 1",
        ordinal,
        Checksum.sha256("statement " + ordinal),
        text,
        state,
        Instant.parse("2026-11-20T10:11:12.345Z"),
        state == EntryState.DONE ? Instant.parse("2026-11-20T10:11:13Z") : null,
        7,
        8);
  }

  private static List<Work> with(List<Work> work, Work... more) {
    List<Work> all = new ArrayList<>(work);
    all.addAll(List.of(more));
    return all;
  }

  private boolean hasTable(String table) {
    return ask(tableQuery(table)).isPresent();
  }

  private static StatementFailure failure(Database database, List<Work> work) {
    return catchThrowableOfType(StatementFailure.class, () -> database.session().atomically(work));
  }

  private static int line(StatementFailure failure) {
    Place place = failure.problem().place();
    return place == null ? 0 : place.line();
  }

  // History

  @Test
  final void aFreshDatabaseHasAnEmptyHistoryAndStaysUntouched() {
    Database database = open();
    assertThat(database.history().read().entries()).isEmpty();
    assertThat(database.history().statements(MigrationId.of("001"), Direction.UP)).isEmpty();
    assertThat(hasTable("schema_version")).isFalse();
  }

  @Test
  final void preparingTwiceIsAsGoodAsOnce() {
    Database database = prepared();
    database.history().prepare();
    assertThat(database.history().read().entries()).isEmpty();
    assertThat(hasTable("schema_version")).isTrue();
  }

  @Test
  final void whatIsAppendedComesBackSignBySign() throws StatementFailure {
    Database database = prepared();
    HistoryEntry odd = entry(History.EMPTY, ODD, ODD, EntryState.FAILED, 5, ODD, ODD);
    History history = History.EMPTY.plus(odd);
    HistoryEntry plain = entry(history, "002", EntryState.DONE);
    database.session().atomically(List.of(new Work.Append(odd)));
    database.session().atomically(List.of(new Work.Append(plain)));
    assertThat(database.history().read().entries()).containsExactly(odd, plain);
    assertThat(open().history().read().tip()).isEqualTo(history.plus(plain).tip());
    assertThat(database.history().read().firstBroken()).isEmpty();
  }

  @Test
  final void aNegativeDurationIsMeasuredByTheDatabase() throws StatementFailure {
    Database database = prepared();
    database
        .session()
        .atomically(
            List.of(
                new Work.Append(entry(History.EMPTY, "1", "n", EntryState.DONE, -1, null, null))));
    assertThat(database.history().read().entries().get(0).durationMs()).isBetween(0L, 60_000L);
  }

  @Test
  final void aRowThatSomebodyRemovedIsSeen() throws StatementFailure {
    Database database = prepared();
    History history = History.EMPTY;
    for (String version : List.of("1", "2", "3")) {
      HistoryEntry entry = entry(history, version, EntryState.DONE);
      database.session().atomically(List.of(new Work.Append(entry)));
      history = history.plus(entry);
    }
    byHand("DELETE FROM schema_version WHERE version = '2'");
    assertThat(database.history().read().firstBroken())
        .hasValueSatisfying(entry -> assertThat(entry.version()).isEqualTo("3"));
  }

  @Test
  final void twoRunsCannotAppendToOneState() throws StatementFailure {
    Database one = prepared();
    Database other = open();
    History seen = other.history().read();
    one.session().atomically(List.of(new Work.Append(entry(History.EMPTY, "1", EntryState.DONE))));
    StatementFailure failure =
        failure(
            other,
            with(
                runs("CREATE TABLE late (id integer)"),
                new Work.Append(entry(seen, "1", EntryState.DONE))));
    assertThat(failure.reason()).isEqualTo(Reason.LOCK_LOST);
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.LOCK_LOST);
    assertThat(hasTable("late")).isFalse();
    assertThat(one.history().read().entries()).hasSize(1);
  }

  @Test
  final void aTableThatIsNotOursIsRefusedAndLeftAlone() {
    byHand(
        "CREATE TABLE schema_version (version integer, name text, applied_at text, notes text);"
            + "INSERT INTO schema_version VALUES (1, 'first', 'yesterday', 'by hand')");
    Database database = open();
    for (Runnable touch :
        List.<Runnable>of(() -> database.history().read(), () -> database.history().prepare())) {
      assertThatThrownBy(touch::run)
          .isInstanceOfSatisfying(
              StateError.class,
              error -> {
                assertThat(error.problems().get(0).code()).isEqualTo(ErrorCode.HISTORY_FOREIGN);
                assertThat(error.problems().get(0).action()).contains("history.table");
              });
    }
    assertThat(ask("SELECT count(*) FROM schema_version")).contains("1");
    assertThat(ask("SELECT notes FROM schema_version")).contains("by hand");
  }

  @Test
  final void anotherTableIsAnotherHistory() throws StatementFailure {
    Database one = prepared();
    Database other = opening(options("history of \"others\"", "runner"));
    other.history().prepare();
    one.session()
        .atomically(
            List.of(
                new Work.Append(entry(History.EMPTY, "001", EntryState.DONE)),
                new Work.Remember(record(1, EntryState.DONE, "SELECT 1"))));
    assertThat(other.history().read().entries()).isEmpty();
    assertThat(other.history().statements(MigrationId.of("001"), Direction.UP)).isEmpty();
    other
        .session()
        .atomically(List.of(new Work.Append(entry(History.EMPTY, "9", EntryState.DONE))));
    assertThat(other.history().read().entries()).hasSize(1);
    assertThat(one.history().read().entries())
        .extracting(HistoryEntry::version)
        .containsExactly("001");
  }

  @Test
  final void statementsAreRememberedAndTheirNewerStateCounts() throws StatementFailure {
    Database database = prepared();
    StatementRecord begun = record(2, EntryState.STARTED, ODD);
    StatementRecord first = record(1, EntryState.DONE, null);
    database.session().atomically(List.of(new Work.Remember(begun), new Work.Remember(first)));
    assertThat(database.history().statements(MigrationId.of("001"), Direction.UP))
        .containsExactly(first, begun);
    StatementRecord done = record(2, EntryState.DONE, ODD);
    database.session().atomically(List.of(new Work.Remember(done)));
    assertThat(database.history().statements(MigrationId.of("001"), Direction.UP))
        .containsExactly(first, done);
    assertThat(database.history().statements(MigrationId.of("001"), Direction.DOWN)).isEmpty();
  }

  @Test
  final void onlyTheNewestRunOfAMigrationIsAnswered() throws StatementFailure {
    Database database = prepared();
    StatementRecord older = record(1, EntryState.FAILED, "SELECT 1");
    StatementRecord newer =
        new StatementRecord(
            "001", Direction.UP, "batch 2", 2, "h", "SELECT 2", EntryState.DONE, null, null, 0, 0);
    database.session().atomically(List.of(new Work.Remember(older), new Work.Remember(newer)));
    assertThat(database.history().statements(MigrationId.of("001"), Direction.UP))
        .containsExactly(newer);
  }

  @Test
  final void aScriptRunByHandLeavesTheSameHistory() {
    Database database = open();
    HistoryEntry first = entry(History.EMPTY, "001", ODD, EntryState.DONE, 0, null, ODD);
    HistoryEntry second = entry(History.EMPTY.plus(first), "002", EntryState.DONE);
    StatementRecord record = record(1, EntryState.DONE, ODD + "\r\n".repeat(700));
    byHand(database.history().prepareSql());
    byHand(
        database
            .history()
            .writeSql(
                List.of(
                    new Work.Remember(record), new Work.Append(first), new Work.Append(second))));
    byHand(database.history().prepareSql());
    assertThat(database.history().read().entries()).containsExactly(first, second);
    assertThat(database.history().statements(MigrationId.of("001"), Direction.UP))
        .containsExactly(record);
    database.history().prepare();
    assertThat(database.history().read().entries()).containsExactly(first, second);
  }

  // Running

  @Test
  final void aTransactionIsAllOrNothingWhereverItFails() {
    Database database = prepared();
    for (int bad = 0; bad < 5; bad++) {
      StringBuilder sql = new StringBuilder();
      for (int i = 0; i < 5; i++) {
        sql.append(
            i == bad
                ? "INSERT INTO nowhere VALUES (1);\n"
                : "CREATE TABLE t" + i + " (id integer);\n");
      }
      List<Work> work =
          with(
              runs(sql.toString()),
              new Work.Remember(record(1, EntryState.DONE, "x")),
              new Work.Append(entry(History.EMPTY, "1", EntryState.DONE)));
      StatementFailure failure = failure(database, work);
      assertThat(failure.workIndex()).isEqualTo(bad);
      assertThat(failure.reason()).isEqualTo(Reason.STATEMENT);
      assertThat(failure.problem().code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
      assertThat(line(failure)).isEqualTo(bad + 1);
      assertThat(database.session().inTransaction()).isFalse();
      for (int i = 0; i < 5; i++) {
        assertThat(hasTable("t" + i)).isFalse();
      }
      assertThat(database.history().read().entries()).isEmpty();
      assertThat(database.history().statements(MigrationId.of("001"), Direction.UP)).isEmpty();
    }
  }

  @Test
  final void theSessionGoesOnBehindAFailure() throws StatementFailure {
    Database database = prepared();
    failure(database, runs("CREATE TABLE a (id integer); SELECT * FROM nowhere"));
    database.session().atomically(runs("CREATE TABLE a (id integer)"));
    assertThat(hasTable("a")).isTrue();
  }

  @Test
  final void eachStatementHasAResult() throws StatementFailure {
    Database database = prepared();
    List<StepResult> results =
        database
            .session()
            .atomically(
                with(
                    runs(
                        """
                        CREATE TABLE a (id integer, name text);
                        INSERT INTO a VALUES (1, 'x'), (2, 'y'), (3, 'z');
                        UPDATE a SET name = 'w' WHERE id > 1;
                        DELETE FROM a WHERE id = 99;
                        SELECT * FROM a;
                        DELETE FROM a
                        """),
                    new Work.Append(entry(History.EMPTY, "1", EntryState.DONE))));
    assertThat(results).hasSize(6);
    assertThat(List.of(results.get(1), results.get(2), results.get(3), results.get(5)))
        .extracting(StepResult::rows)
        .containsExactly(3L, 2L, 0L, 3L);
    assertThat(results).allSatisfy(result -> assertThat(result.durationMs()).isNotNegative());
  }

  @Test
  final void nothingToDoIsDone() throws StatementFailure {
    assertThat(prepared().session().atomically(List.of())).isEmpty();
  }

  @Test
  final void anErrorNamesItsLineAndColumn() {
    Database database = prepared();
    String sql =
        """
        -- a comment
        CREATE TABLE ok (id integer);

          CREATE TABLE bad (
            a integer,
            b integer,,
            c integer
          );
        """;
    StatementFailure failure = failure(database, runs(sql));
    assertThat(failure.workIndex()).isEqualTo(1);
    assertThat(failure.problem().place()).isEqualTo(new Place("001_test.sql", 6, 15));
    StatementFailure withReturns = failure(database, runs(sql.replace("\n", "\r\n")));
    assertThat(withReturns.problem().place()).isEqualTo(new Place("001_test.sql", 6, 15));
  }

  @Test
  final void anErrorOnTheFirstLineOfAStatementCountsItsIndent() {
    StatementFailure failure =
        failure(prepared(), runs("CREATE TABLE ü (id integer); /* Ö */ SELECT 'ä', frm, ) FROM x"));
    assertThat(failure.problem().place()).isEqualTo(new Place("001_test.sql", 1, 55));
  }

  @Test
  final void aMessageHoldsNoValueOfARow() {
    Database database = prepared();
    StatementFailure failure =
        failure(
            database,
            runs(
                """
                CREATE TABLE a (id integer PRIMARY KEY, secret text UNIQUE);
                INSERT INTO a VALUES (1, 'hush-4711');
                INSERT INTO a SELECT 2, secret FROM a
                """));
    assertThat(failure.workIndex()).isEqualTo(2);
    assertThat(failure.problem().render()).doesNotContain("hush-4711");
  }

  @Test
  final void oddStatementsRunWhole() throws StatementFailure {
    Database database = prepared();
    database
        .session()
        .atomically(
            runs(
                "\uFEFF-- first\r\n/* c */ CREATE TABLE \"it's ü\" (a text /* in ; it */, b text)"
                    + " -- ; end\r\n;\r\n;;\nINSERT INTO \"it's ü\" VALUES ('', '-- no; comment'),"
                    + " ('o''clock', 'Zürich \uD83D\uDEA2');\n"
                    + "SELECT * FROM \"it's ü\";\nDELETE FROM \"it's ü\" WHERE a = ''"
                    + " RETURNING a, b -- the end without semicolon"));
    assertThat(ask("SELECT count(*) FROM \"it's ü\"")).contains("1");
    assertThat(ask("SELECT b FROM \"it's ü\"")).contains("Zürich \uD83D\uDEA2");
  }

  @Test
  final void aStatementOfSixHundredKilobytesAndOneOfThreeMegabytesRun() throws StatementFailure {
    Database database = prepared();
    String middle = "m".repeat(600_000);
    String large = "\u00fc".repeat(1_500_000);
    database
        .session()
        .atomically(
            runs(
                "CREATE TABLE large (a text);\nINSERT INTO large VALUES ('"
                    + middle
                    + "');\nINSERT INTO large VALUES ('"
                    + large
                    + "');\n"));
    assertThat(ask("SELECT max(length(a)) FROM large")).contains("1500000");
    assertThat(ask("SELECT min(length(a)) FROM large")).contains("600000");
  }

  @Test
  final void aStatementRunsOnItsOwn() throws StatementFailure {
    Database database = prepared();
    database.session().run(outside("CREATE TABLE a (id integer)", PATIENT));
    assertThat(hasTable("a")).isTrue();
    StatementFailure failure =
        catchThrowableOfType(
            StatementFailure.class,
            () -> database.session().run(outside("\n  SELECT * FRM a", PATIENT)));
    assertThat(failure.reason()).isEqualTo(Reason.STATEMENT);
    assertThat(line(failure)).isEqualTo(2);
    assertThat(database.session().inTransaction()).isFalse();
  }

  @Test
  final void aScriptsOwnTransactionTakesRowsWithIt() throws StatementFailure {
    Database database = prepared();
    database.session().run(outside("BEGIN", PATIENT));
    assertThat(database.session().inTransaction()).isTrue();
    database.session().run(outside("CREATE TABLE a (id integer)", PATIENT));
    database.session().write(List.of(new Work.Append(entry(History.EMPTY, "1", EntryState.DONE))));
    database.session().rollback();
    assertThat(database.session().inTransaction()).isFalse();
    assertThat(hasTable("a")).isFalse();
    assertThat(database.history().read().entries()).isEmpty();

    database.session().run(outside("BEGIN", PATIENT));
    database.session().run(outside("CREATE TABLE a (id integer)", PATIENT));
    database
        .session()
        .write(
            List.of(
                new Work.Remember(record(1, EntryState.DONE, "x")),
                new Work.Append(entry(History.EMPTY, "1", EntryState.DONE))));
    database.session().run(outside("COMMIT", PATIENT));
    assertThat(database.session().inTransaction()).isFalse();
    assertThat(hasTable("a")).isTrue();
    assertThat(database.history().read().entries()).hasSize(1);
    database.session().rollback();
  }

  @Test
  final void aLockThatIsNotGrantedIsWorthARetry() throws Exception {
    Database database = prepared();
    database.session().atomically(runs("CREATE TABLE a (id integer)"));
    database.session().configure(HASTY, Map.of());
    List<Work> work =
        with(
            runs("ALTER TABLE a ADD COLUMN b integer"),
            new Work.Append(entry(History.EMPTY, "1", EntryState.DONE)));
    try (AutoCloseable held = block("a")) {
      assertThat(held).isNotNull();
      StatementFailure failure = failure(database, work);
      assertThat(failure.reason()).isEqualTo(Reason.LOCK);
      assertThat(failure.problem().code()).isEqualTo(ErrorCode.LOCK_TIMEOUT);
      assertThat(database.session().inTransaction()).isFalse();
    }
    database.session().atomically(work);
    assertThat(database.history().read().entries()).hasSize(1);
  }

  @Test
  final void aStatementBeyondItsLimitIsStopped() throws StatementFailure {
    Database database = prepared();
    Timeouts brief = new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ZERO);
    database.session().configure(brief, Map.of());
    StatementFailure failure =
        catchThrowableOfType(
            StatementFailure.class,
            () ->
                database
                    .session()
                    .atomically(
                        List.of(
                            new Work.Run(
                                new Step(
                                    1,
                                    statements(slowStatement()).get(0),
                                    Placement.INSIDE,
                                    brief)))));
    assertThat(failure.reason()).isEqualTo(Reason.STATEMENT);
    database.session().configure(PATIENT, Map.of());
    database.session().atomically(runs("CREATE TABLE a (id integer)"));
  }

  @Test
  final void settingsLastUntilTheNextCall() throws StatementFailure {
    Database database = prepared();
    Setting setting = setting();
    database.session().configure(PATIENT, Map.of(setting.name(), setting.value()));
    database
        .session()
        .atomically(
            with(
                runs("CREATE TABLE one AS " + setting.query()),
                new Work.Append(entry(History.EMPTY, "1", EntryState.DONE))));
    database.session().configure(PATIENT, Map.of());
    database.session().atomically(runs("CREATE TABLE two AS " + setting.query()));
    assertThat(ask("SELECT * FROM one")).contains(setting.value());
    assertThat(ask("SELECT * FROM two")).isPresent().isNotEqualTo(Optional.of(setting.value()));
  }

  @Test
  final void aSettingThatIsNotKnownIsRefused() {
    Database database = prepared();
    for (Map<String, String> wrong :
        List.of(
            Map.of("no_such_setting", "1"),
            Map.of(setting().name(), "1; DROP TABLE schema_version"))) {
      StatementFailure failure =
          catchThrowableOfType(
              StatementFailure.class, () -> database.session().configure(PATIENT, wrong));
      assertThat(failure.reason()).isEqualTo(Reason.STATEMENT);
    }
    assertThat(hasTable("schema_version")).isTrue();
  }

  @Test
  final void statisticsAreRefreshedAlsoWhereATableIsGone() throws StatementFailure {
    Database database = prepared();
    database.session().atomically(runs("CREATE TABLE a (id integer); INSERT INTO a VALUES (1)"));
    database.session().analyze(List.of("a"));
    database.session().analyze(List.of("a", "gone"));
    database.session().atomically(runs("CREATE TABLE b (id integer)"));
  }

  // The lock

  @Test
  final void oneRunnerAtATime() {
    Database one = open();
    Database other = opening(options("schema_version", "runner two"));
    assertThat(other.lock().holder()).isEmpty();
    assertThat(one.lock().tryAcquire()).isEmpty();
    assertThat(one.lock().tryAcquire()).isEmpty();
    assertThat(one.lock().holder()).isEmpty();
    for (Optional<LockHolder> seen :
        List.of(other.lock().tryAcquire(), other.lock().holder(), other.lock().tryAcquire())) {
      assertThat(seen)
          .hasValueSatisfying(
              holder ->
                  assertThat(holder.description())
                      .contains("runner one")
                      .contains("host.example")
                      .contains("4242"));
    }
    other.lock().release();
    assertThat(other.lock().tryAcquire()).isPresent();
    one.lock().release();
    assertThat(other.lock().holder()).isEmpty();
    assertThat(other.lock().tryAcquire()).isEmpty();
    assertThat(one.lock().tryAcquire()).isPresent();
    other.close();
    assertThat(one.lock().tryAcquire()).isEmpty();
  }

  @Test
  final void theLockKeepsOnlyRunnersOut() throws StatementFailure {
    Database one = prepared();
    Database reader = open();
    assertThat(one.lock().tryAcquire()).isEmpty();
    one.session()
        .atomically(
            with(
                runs("CREATE TABLE a (id integer)"),
                new Work.Append(entry(History.EMPTY, "1", EntryState.DONE))));
    assertThat(reader.history().read().entries()).hasSize(1);
    byHand("INSERT INTO a VALUES (1)");
  }

  // Looking

  @Test
  final void theProbeSeesWhatIsThere() throws StatementFailure {
    Database database = prepared();
    database
        .session()
        .atomically(
            runs(
                "CREATE TABLE a (id integer, b integer, c integer);"
                    + " CREATE INDEX a_b ON a (b); CREATE VIEW v AS SELECT id FROM a"));
    Map<String, Evidence.Verdict> expected =
        Map.ofEntries(
            Map.entry("CREATE TABLE a (id integer)", Evidence.Verdict.DONE),
            Map.entry("CREATE TABLE IF NOT EXISTS a (id integer)", Evidence.Verdict.DONE),
            Map.entry("/* c */ create table \"a\" (id integer)", Evidence.Verdict.DONE),
            Map.entry("CREATE TABLE z (id integer)", Evidence.Verdict.NOT_DONE),
            Map.entry("CREATE INDEX a_b ON a (b)", Evidence.Verdict.DONE),
            Map.entry("CREATE UNIQUE INDEX a_c ON a (c)", Evidence.Verdict.NOT_DONE),
            Map.entry("CREATE VIEW v AS SELECT id FROM a", Evidence.Verdict.DONE),
            Map.entry("ALTER TABLE a ADD COLUMN b integer", Evidence.Verdict.DONE),
            Map.entry("ALTER TABLE a ADD COLUMN z integer", Evidence.Verdict.NOT_DONE),
            Map.entry("ALTER TABLE a DROP COLUMN b", Evidence.Verdict.NOT_DONE),
            Map.entry("ALTER TABLE a DROP COLUMN z", Evidence.Verdict.DONE),
            Map.entry("ALTER TABLE old RENAME TO a", Evidence.Verdict.DONE),
            Map.entry("ALTER TABLE a RENAME COLUMN old TO b", Evidence.Verdict.DONE),
            Map.entry("ALTER TABLE a RENAME COLUMN b TO z", Evidence.Verdict.NOT_DONE),
            Map.entry("DROP TABLE z", Evidence.Verdict.DONE),
            Map.entry("DROP TABLE IF EXISTS a", Evidence.Verdict.NOT_DONE),
            Map.entry("DROP INDEX a_b", Evidence.Verdict.NOT_DONE),
            Map.entry("DROP VIEW gone", Evidence.Verdict.DONE),
            Map.entry("INSERT INTO a VALUES (1, 2, 3)", Evidence.Verdict.CANNOT_TELL),
            Map.entry("UPDATE a SET b = b + 1", Evidence.Verdict.CANNOT_TELL));
    expected.forEach(
        (sql, verdict) ->
            assertThat(database.probe().probe(statements(sql).get(0)).verdict())
                .as(sql)
                .isEqualTo(verdict));
  }

  @Test
  final void theExaminationFindsNothingFailedHere() {
    List<CheckResult> results = prepared().examiner().examine();
    assertThat(results).isNotEmpty();
    assertThat(results).extracting(CheckResult::state).doesNotContain(CheckResult.State.FAILED);
    assertThat(results).extracting(CheckResult::name).doesNotHaveDuplicates();
  }

  @Test
  final void theFingerprintMovesWithTheSchemaAlone() throws StatementFailure {
    Database database = open();
    String empty = database.inspector().inspect().fingerprint();
    database.history().prepare();
    database
        .session()
        .atomically(List.of(new Work.Append(entry(History.EMPTY, "1", EntryState.DONE))));
    assertThat(database.inspector().inspect().fingerprint()).isEqualTo(empty);
    database.session().atomically(runs("CREATE TABLE a (id integer, b text)"));
    String made = database.inspector().inspect().fingerprint();
    assertThat(made).isNotEqualTo(empty);
    database.session().atomically(runs("INSERT INTO a VALUES (1, 'x')"));
    assertThat(database.inspector().inspect().fingerprint()).isEqualTo(made);
    database.session().atomically(runs("CREATE INDEX a_b ON a (b)"));
    assertThat(database.inspector().inspect().fingerprint()).isNotEqualTo(made);
    database.session().atomically(runs("DROP TABLE a"));
    assertThat(open().inspector().inspect().fingerprint()).isEqualTo(empty);
  }

  @Test
  final void theServerSaysWhatItIs() {
    Database database = open();
    assertThat(database.server().version()).startsWith(database.server().major() + ".");
    assertThat(database.dialect()).isEqualTo(dialect());
    assertThat(database.name()).isEqualTo("main");
    assertThat(database.history().tableName()).contains("schema_version");
  }

  // Its end

  @Test
  final void wipingLeavesNothing() throws StatementFailure {
    Database database = prepared();
    database
        .session()
        .atomically(
            with(
                runs(
                    """
                    CREATE TABLE parent (id integer PRIMARY KEY);
                    CREATE TABLE child (id integer PRIMARY KEY, parent integer REFERENCES parent (id));
                    CREATE VIEW both_of_them AS SELECT parent.id FROM parent, child;
                    CREATE VIEW upon_it AS SELECT id FROM both_of_them;
                    INSERT INTO parent VALUES (1);
                    INSERT INTO child VALUES (1, 1)
                    """),
                new Work.Append(entry(History.EMPTY, "1", EntryState.DONE))));
    database.wipe();
    for (String table : List.of("parent", "child", "both_of_them", "schema_version")) {
      assertThat(hasTable(table)).isFalse();
    }
    assertThat(database.history().read().entries()).isEmpty();
    database.wipe();
    database.history().prepare();
    database
        .session()
        .atomically(
            with(
                runs("CREATE TABLE parent (id integer)"),
                new Work.Append(entry(History.EMPTY, "1", EntryState.DONE))));
    assertThat(database.history().read().entries()).hasSize(1);
  }

  @Test
  final void closingTwiceIsAsGoodAsOnce() {
    Database database = prepared();
    assertThat(database.lock().tryAcquire()).isEmpty();
    database.close();
    database.close();
    assertThat(open().lock().tryAcquire()).isEmpty();
  }
}
