package io.liftlock.sqlite;

import static io.liftlock.sqlite.Workshop.bare;
import static io.liftlock.sqlite.Workshop.failure;
import static io.liftlock.sqlite.Workshop.migrate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.Evidence;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementFailure.Reason;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.plan.Timeouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteSessionTest {

  private static final Timeouts HASTY =
      new Timeouts(Duration.ofMillis(50), Duration.ZERO, Duration.ZERO);

  @TempDir Path folder;
  private ByHand file;
  private Database database;

  @BeforeEach
  void prepare() {
    file = new ByHand(folder.resolve("trades.db"));
    database = Workshop.open(file.file());
    database.history().prepare();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void triggersWithStatementsInsideThemRun() throws StatementFailure {
    migrate(
        database,
        "1",
        """
        CREATE TABLE a (id INTEGER, n INTEGER);
        CREATE TRIGGER double AFTER INSERT ON a BEGIN
          UPDATE a SET n = CASE WHEN new.id > 1 THEN 2 ELSE 1 END WHERE id = new.id;
          SELECT 'a;b';
        END;
        INSERT INTO a (id) VALUES (1), (2);
        """);
    assertThat(file.ask("SELECT group_concat(n) FROM a")).contains("1,2");
  }

  @Test
  void anInsertThatReturnsManyRowsInsertsAllOfThem() throws StatementFailure {
    migrate(
        database,
        "1",
        "CREATE TABLE a (id INTEGER); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM"
            + " n WHERE i < 5000) INSERT INTO a SELECT i FROM n RETURNING id;");
    assertThat(file.ask("SELECT count(*) FROM a")).contains("5000");
  }

  @Test
  void aNulCharacterDoesNotCutAStatementShort() {
    StatementFailure failure =
        failure(
            database, "1", "CREATE TABLE a (t TEXT);\nINSERT INTO a VALUES ('x\0y'), ('lost');");
    assertThat(failure.workIndex()).isEqualTo(1);
    assertThat(failure.problem().message()).contains("NUL");
    assertThat(failure.problem().place()).isEqualTo(new Place("001_test.sql", 2, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"VACUUM", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = OFF"})
  void whatNoTransactionMayHoldIsTold(String sql) throws StatementFailure {
    StatementFailure failure = failure(database, "1", "CREATE TABLE a (id INTEGER); " + sql);
    assertThat(failure.reason()).isEqualTo(Reason.NOT_TRANSACTIONAL);
    assertThat(failure.workIndex()).isEqualTo(1);
    database.session().run(bare(sql));
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMMIT", "END TRANSACTION", "BEGIN", "ROLLBACK"})
  void aTransactionInsideATransactionKeepsNothing(String sql) {
    StatementFailure failure =
        failure(
            database, "1", "CREATE TABLE a (id INTEGER); " + sql + "; INSERT INTO a VALUES (1)");
    assertThat(failure.reason()).isEqualTo(Reason.NOT_TRANSACTIONAL);
    assertThat(file.ask("SELECT 1 FROM sqlite_schema WHERE name = 'a'")).isEmpty();
  }

  @Test
  void savepointsInsideATransactionWork() throws StatementFailure {
    migrate(
        database,
        "1",
        "CREATE TABLE a (id INTEGER); SAVEPOINT s; INSERT INTO a VALUES (1); ROLLBACK TO s;"
            + " RELEASE s; INSERT INTO a VALUES (2)");
    assertThat(file.ask("SELECT id FROM a")).contains("2");
  }

  @Test
  void aFailureThatEndsTheTransactionByItselfLeavesNothing() throws StatementFailure {
    migrate(database, "1", "CREATE TABLE a (id INTEGER PRIMARY KEY)");
    StatementFailure failure =
        failure(
            database,
            "2",
            "INSERT INTO a VALUES (1); INSERT OR ROLLBACK INTO a VALUES (1); INSERT INTO a VALUES"
                + " (2)");
    assertThat(failure.workIndex()).isEqualTo(1);
    assertThat(file.ask("SELECT count(*) FROM a")).contains("0");
    migrate(database, "2", "INSERT INTO a VALUES (1)");
  }

  @Test
  void aFullDatabaseIsRolledBack() throws StatementFailure {
    migrate(database, "1", "CREATE TABLE a (t TEXT)");
    StatementFailure failure =
        failure(
            database,
            "2",
            "PRAGMA max_page_count = 30; INSERT INTO a VALUES ('before');"
                + " INSERT INTO a VALUES (zeroblob(1000000));");
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.DISK_FULL);
    assertThat(failure.workIndex()).isEqualTo(2);
    assertThat(file.ask("SELECT count(*) FROM a")).contains("0");
    assertThat(file.ask("PRAGMA integrity_check")).contains("ok");
    migrate(database, "2", "INSERT INTO a VALUES ('after')");
    assertThat(database.history().read().entries()).hasSize(2);
  }

  /** A disk of two megabytes, where this user may mount one. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskLeavesWhatWasThere() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(call("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()))
        .as("mounting a tmpfs needs root and a sandbox that allows it")
        .isZero();
    try (Database full = Workshop.open(disk.resolve("trades.db"))) {
      full.history().prepare();
      migrate(full, "1", "CREATE TABLE a (t TEXT); INSERT INTO a VALUES ('kept')");
      StatementFailure failure =
          failure(full, "2", "INSERT INTO a VALUES ('lost'), (zeroblob(5000000))");
      assertThat(failure.problem().code()).isEqualTo(ErrorCode.DISK_FULL);
      ByHand byHand = new ByHand(disk.resolve("trades.db"));
      assertThat(byHand.ask("SELECT group_concat(t) FROM a")).contains("kept");
      assertThat(byHand.ask("PRAGMA integrity_check")).contains("ok");
      migrate(full, "2", "INSERT INTO a VALUES ('small')");
      assertThat(full.history().read().entries()).hasSize(2);
    } finally {
      call("umount", disk.toString());
    }
  }

  private static int call(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // Neither mount nor a right to it.
      return -1;
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whoBlocksIsNamed() throws Exception {
    migrate(database, "1", "CREATE TABLE a (id INTEGER)");
    for (String mode : List.of("delete", "wal")) {
      file.ask("PRAGMA journal_mode = " + mode);
      database.session().configure(HASTY, Map.of());
      try (Connection other = file.holding("BEGIN IMMEDIATE")) {
        assertThat(other).isNotNull();
        StatementFailure failure =
            catchThrowableOfType(
                StatementFailure.class,
                () -> database.session().atomically(Workshop.work("INSERT INTO a VALUES (1)")));
        assertThat(failure.reason()).isEqualTo(Reason.LOCK);
        assertThat(failure.blockers())
            .as(mode)
            .extracting(Blocker::processId)
            .containsExactly(ProcessHandle.current().pid());
        assertThat(failure.blockers()).extracting(Blocker::application).containsExactly("java");
      }
    }
  }

  @Test
  void aReaderKeepsACommitOutOnlyForItsTime() throws Exception {
    migrate(database, "1", "CREATE TABLE a (id INTEGER); INSERT INTO a VALUES (1)");
    database.session().configure(HASTY, Map.of());
    try (Connection reader = file.connect();
        var statement = reader.createStatement();
        var rows = statement.executeQuery("SELECT a.id FROM a, schema_version")) {
      assertThat(rows.next()).isTrue();
      StatementFailure failure =
          catchThrowableOfType(
              StatementFailure.class,
              () ->
                  database
                      .session()
                      .atomically(Workshop.migration(database, "2", "DELETE FROM a")));
      assertThat(failure.reason()).isEqualTo(Reason.LOCK);
    }
    assertThat(database.history().read().entries()).hasSize(1);
    migrate(database, "2", "DELETE FROM a");
    assertThat(file.ask("SELECT count(*) FROM a")).contains("0");
  }

  @Test
  void whatAMigrationTellsItsConnectionEndsWithIt() throws StatementFailure {
    migrate(
        database,
        "1",
        "CREATE TEMP TABLE t (id INTEGER); PRAGMA recursive_triggers = ON; PRAGMA cache_size ="
            + " -77;");
    migrate(
        database,
        "2",
        "CREATE TABLE seen AS SELECT cache_size AS size, (SELECT count(*) FROM sqlite_temp_schema)"
            + " AS temporary FROM pragma_cache_size");
    assertThat(file.ask("SELECT temporary FROM seen")).contains("0");
    assertThat(file.ask("SELECT size <> -77 FROM seen")).contains("1");
  }

  @Test
  void aTriggersOwnTextIsShownAndAComputedOneIsNot() throws StatementFailure {
    migrate(
        database,
        "1",
        """
        CREATE TABLE a (name TEXT);
        CREATE TRIGGER no_x BEFORE INSERT ON a WHEN new.name = 'x'
          BEGIN SELECT RAISE(ABORT, 'x isn''t a name'); END;
        CREATE TRIGGER no_secret BEFORE INSERT ON a WHEN new.name LIKE 's%'
          BEGIN SELECT RAISE(ABORT, 'not ' || new.name); END;
        CREATE TABLE source (name TEXT);
        INSERT INTO source VALUES ('s-4711');
        """);
    assertThat(failure(database, "2", "INSERT INTO a VALUES ('x')").problem().message())
        .isEqualTo("x isn't a name");
    assertThat(failure(database, "2", "INSERT INTO a SELECT name FROM source").problem().message())
        .contains("trigger")
        .doesNotContain("4711");
  }

  @Test
  void aNameThatIsMissingHasItsPlace() {
    StatementFailure failure =
        failure(database, "1", "CREATE TABLE a (id INTEGER);\nSELECT id,\n  nmae\nFROM a;");
    assertThat(failure.problem().place()).isEqualTo(new Place("001_test.sql", 3, 3));
  }

  @Test
  void anErrorInsideAStringThatLooksLikeTheTokenIsNotConfused() {
    StatementFailure failure =
        failure(database, "1", "SELECT 'frm', \"frm\" /* frm */ -- frm\n  frm frm 1;");
    assertThat(failure.problem().place()).isEqualTo(new Place("001_test.sql", 2, 7));
  }

  @Test
  void pragmasAreProbed() throws StatementFailure {
    database.session().run(bare("PRAGMA user_version = 7"));
    assertThat(verdict("PRAGMA user_version = 7")).isEqualTo(Evidence.Verdict.DONE);
    assertThat(verdict("PRAGMA user_version(8)")).isEqualTo(Evidence.Verdict.NOT_DONE);
    assertThat(verdict("PRAGMA journal_mode = wal")).isEqualTo(Evidence.Verdict.NOT_DONE);
    database.session().run(bare("PRAGMA journal_mode = wal"));
    assertThat(verdict("PRAGMA journal_mode = WAL")).isEqualTo(Evidence.Verdict.DONE);
    assertThat(verdict("VACUUM")).isEqualTo(Evidence.Verdict.NOT_DONE);
    assertThat(verdict("CREATE TRIGGER gone AFTER INSERT ON a BEGIN SELECT 1; END"))
        .isEqualTo(Evidence.Verdict.NOT_DONE);
    assertThat(verdict("ALTER TABLE [schema_version] ADD \"batch\" TEXT"))
        .isEqualTo(Evidence.Verdict.DONE);
  }

  private Evidence.Verdict verdict(String sql) {
    return database.probe().probe(Workshop.statements(sql).get(0)).verdict();
  }

  @Test
  void theExaminationSeesDamageAndOrphans() throws Exception {
    migrate(
        database,
        "1",
        "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INTEGER REFERENCES p (id));"
            + " INSERT INTO c VALUES (4711)");
    assertThat(database.examiner().examine())
        .anySatisfy(
            result -> {
              assertThat(result.name()).isEqualTo("foreign keys");
              assertThat(result.detail()).contains("1 row of c").doesNotContain("4711");
            });
    try (Connection other = file.holding("BEGIN IMMEDIATE")) {
      assertThat(other).isNotNull();
      database.session().configure(HASTY, Map.of());
      assertThat(database.examiner().examine())
          .anySatisfy(
              result -> {
                assertThat(result.name()).isEqualTo("writers");
                assertThat(result.detail()).contains("holds a lock");
              });
    }
  }

  @Test
  void wipingTakesVirtualTablesTriggersAndCountersToo() throws StatementFailure {
    migrate(
        database,
        "1",
        """
        CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT);
        INSERT INTO a VALUES (41);
        CREATE VIRTUAL TABLE words USING fts5(word);
        CREATE VIEW broken AS SELECT * FROM nowhere;
        CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO words VALUES ('x'); END;
        """);
    database.wipe();
    assertThat(file.ask("SELECT count(*) FROM sqlite_schema WHERE name <> 'sqlite_sequence'"))
        .contains("0");
    assertThat(file.ask("PRAGMA integrity_check")).contains("ok");
    assertThat(Files.exists(file.file())).isTrue();
  }
}
