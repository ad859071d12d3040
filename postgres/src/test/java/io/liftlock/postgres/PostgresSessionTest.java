package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementFailure.Reason;
import io.liftlock.core.database.StepResult;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Statement;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresSessionTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();
  private Database database;

  @BeforeEach
  void open() throws Exception {
    database = Fixture.ready(scratch.url());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<StepResult> run(String sql) throws StatementFailure {
    return database.session().atomically(Fixture.runs(sql));
  }

  private StatementFailure failure(String sql) {
    return failure(Fixture.runs(sql));
  }

  private StatementFailure failure(List<Work> work) {
    StatementFailure failure =
        catchThrowableOfType(StatementFailure.class, () -> database.session().atomically(work));
    assertThat(failure).isNotNull();
    assertThat(database.session().inTransaction()).isFalse();
    return failure;
  }

  private void migrate(String version, String sql) throws StatementFailure {
    String tip = database.history().read().tip();
    database.session().configure(Fixture.TIMEOUTS, Map.of());
    database.session().atomically(Fixture.migration(version, tip, sql));
  }

  // What arrives

  @Test
  void textArrivesAsItWasWritten() throws Exception {
    run(
        """
        CREATE TABLE t (j jsonb, s text) -- no parameters, no escapes
        ;
        INSERT INTO t VALUES ('{"a": 1}', '{fn now()} ? :x $1 é 🙂 \\n');
        CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $body$
        BEGIN  /* ; */ PERFORM 1; RETURN (SELECT count(*) FROM t WHERE j ? 'a'); -- {d '2020-01-01'}
        END $body$;
        CREATE FUNCTION g() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END;
        """);
    assertThat(scratch.value("SELECT s FROM t")).isEqualTo("{fn now()} ? :x $1 é 🙂 \\n");
    assertThat(scratch.value("SELECT f() + g()")).isEqualTo("3");
    assertThat(scratch.value("SELECT prosrc FROM pg_proc WHERE proname = 'f'"))
        .isEqualTo(
            "\nBEGIN  /* ; */ PERFORM 1; RETURN (SELECT count(*) FROM t WHERE j ? 'a'); -- {d"
                + " '2020-01-01'}\nEND ");
  }

  @Test
  void everyStatementTellsItsRowsAndTime() throws Exception {
    List<StepResult> results =
        run(
            """
            CREATE TABLE t (a int);
            INSERT INTO t SELECT generate_series(1, 5);
            SELECT pg_sleep(0.1);
            DELETE FROM t WHERE a > 3;
            """);
    assertThat(results).extracting(StepResult::rows).containsExactly(-1L, 5L, -1L, 2L);
    assertThat(results.get(2).durationMs()).isBetween(100L, 10_000L);
    assertThat(results.get(3).durationMs()).isLessThan(100L);
  }

  @Test
  void copyDataIsStreamed() throws Exception {
    List<StepResult> results =
        run(
            """
            CREATE TABLE t (a int, b text);
            COPY t FROM stdin;
            1	one
            2	two;
            \\.
            INSERT INTO t VALUES (3, 'three');
            COPY t TO STDOUT;
            """);
    assertThat(results).extracting(StepResult::rows).containsExactly(-1L, 2L, 1L, 3L);
    assertThat(scratch.value("SELECT string_agg(b, ',' ORDER BY a) FROM t"))
        .isEqualTo("one,two;,three");
  }

  @Test
  void aLargeStatementAndManyOfThemPass() throws Exception {
    String literal = "x".repeat(700_000);
    run(
        "CREATE TABLE t (a text); INSERT INTO t VALUES ('%1$s'); INSERT INTO t VALUES ('%1$s');"
                .formatted(literal)
            + "INSERT INTO t VALUES ('%1$s%1$s');".formatted(literal));
    assertThat(scratch.value("SELECT sum(length(a)) FROM t")).isEqualTo("2800000");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1200; i++) {
      many.append("INSERT INTO t VALUES ('").append(i).append("');\n");
    }
    migrate("001", many.toString());
    assertThat(scratch.value("SELECT count(*) FROM liftlock.statement")).isEqualTo("1200");
  }

  @Test
  void aScriptMayTurnStandardStringsOff() throws Exception {
    migrate(
        "001",
        """
        CREATE TABLE t (s text);
        SET standard_conforming_strings = off;
        SET escape_string_warning = off;
        INSERT INTO t VALUES ('it\\'s');
        """);
    assertThat(scratch.value("SELECT s FROM t")).isEqualTo("it's");
    assertThat(database.history().read().entries().get(0).name()).contains("it's a \\ \"name\"");
    assertThat(show("standard_conforming_strings")).isEqualTo("on");
  }

  private String show(String setting) throws Exception {
    run("CREATE TABLE shown AS SELECT current_setting('" + setting + "') AS s");
    String value = scratch.value("SELECT s FROM shown");
    scratch.execute("DROP TABLE shown");
    return value;
  }

  @Test
  void whatAScriptSetsIsGoneForTheNext() throws Exception {
    scratch.execute("CREATE ROLE other_" + scratch.name() + " NOLOGIN");
    String path = show("search_path");
    migrate(
        "001",
        """
        CREATE SCHEMA s;
        SET search_path = s;
        SET lock_timeout = '77s';
        SET datestyle = 'German';
        SET client_encoding = 'LATIN1';
        SET default_transaction_read_only = on;
        SELECT set_config('statement_timeout', '5s', false);
        CREATE TABLE here (a int);
        SET ROLE other_%s;
        """
            .formatted(scratch.name()));
    assertThat(scratch.value("SELECT to_regclass('s.here') IS NOT NULL")).isEqualTo("t");
    assertThat(show("search_path")).isEqualTo(path);
    assertThat(show("lock_timeout")).isEqualTo("2s");
    assertThat(show("statement_timeout")).isEqualTo("0");
    assertThat(show("datestyle")).startsWith("ISO");
    assertThat(show("client_encoding")).isEqualTo("UTF8");
    assertThat(show("role")).isEqualTo("none");
    migrate("002", "CREATE TABLE there (a int)");
    assertThat(scratch.value("SELECT to_regclass('public.there') IS NOT NULL")).isEqualTo("t");
    assertThat(database.history().read().entries()).hasSize(2);
  }

  @Test
  void whatAScriptSetsLastsForItsOwnLaterStatements() throws Exception {
    run("CREATE SCHEMA s; SET search_path = s;");
    database.session().configure(Fixture.TIMEOUTS, Map.of());
    database.session().run(Fixture.step("CREATE TABLE a (a int)"));
    run("CREATE TABLE b (a int)");
    assertThat(scratch.value("SELECT count(*) FROM pg_tables WHERE schemaname = 's'"))
        .isEqualTo("2");
    // Its end is told by its history row.
    database.session().atomically(List.of(new Work.Append(Fixture.entry("001", History.GENESIS))));
    assertThat(show("search_path")).endsWith("public");
  }

  @Test
  void settingsHoldUntilTheNextConfigure() throws Exception {
    database.session().configure(Timeouts.NONE, Map.of("work_mem", "77MB", "my.own", "x"));
    assertThat(show("work_mem")).isEqualTo("77MB");
    assertThat(show("my.own")).isEqualTo("x");
    migrate("001", "SET work_mem = '5MB'");
    assertThat(show("work_mem")).isEqualTo("4MB");
    assertThat(show("lock_timeout")).isEqualTo("2s");
    assertThatThrownBy(
            () -> database.session().configure(Timeouts.NONE, Map.of("wrok_mem", "77MB")))
        .isInstanceOf(StatementFailure.class)
        .hasMessageContaining("wrok_mem");
    database.session().configure(Fixture.TIMEOUTS, Map.of());
    assertThat(show("lock_timeout")).isEqualTo("2s");
  }

  @Test
  void theSessionsTimeZoneIsTheServersNotOurs() throws Exception {
    assertThat(show("TimeZone")).isEqualTo(scratch.value("SHOW log_timezone"));
    scratch.execute("ALTER DATABASE \"" + scratch.name() + "\" SET timezone = 'Pacific/Chatham'");
    try (Database other = Fixture.open(scratch.url())) {
      other.session().configure(Fixture.TIMEOUTS, Map.of());
      other.session().atomically(Fixture.runs("CREATE TABLE z AS SELECT now()::timestamptz AS t"));
      other
          .session()
          .atomically(
              Fixture.runs("CREATE TABLE zone AS SELECT current_setting('TimeZone') AS zone"));
    }
    assertThat(scratch.value("SELECT zone FROM zone")).isEqualTo("Pacific/Chatham");
  }

  @Test
  void aRoleNamedLikeOurSchemaDoesNotWriteIntoIt() throws Exception {
    scratch.execute(
        "DO $$ BEGIN IF to_regrole('liftlock') IS NULL THEN CREATE ROLE liftlock LOGIN SUPERUSER"
            + " PASSWORD 'p'; END IF; END $$");
    assertThat(scratch.value("SELECT to_regnamespace('liftlock') IS NOT NULL")).isEqualTo("t");
    StandingSettings standing = new StandingSettings("liftlock");
    try (Connection connection = scratch.connect();
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE liftlock");
      statement.execute("SET search_path = \"$user\", public");
      statement.execute(standing.sql());
      statement.execute("CREATE TABLE mine (a int)");
    }
    assertThat(scratch.value("SELECT to_regclass('public.mine') IS NOT NULL")).isEqualTo("t");
  }

  @Test
  void isolationCanBeSetFirst() throws Exception {
    migrate(
        "001",
        """
        SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;
        CREATE TABLE t AS SELECT current_setting('transaction_isolation') AS i;
        """);
    assertThat(scratch.value("SELECT i FROM t")).isEqualTo("serializable");
  }

  // What fails

  @Test
  void nothingIsKeptOfWhatFails() {
    StatementFailure failure =
        failure("CREATE TABLE t (a int); INSERT INTO t VALUES (1); INSERT INTO nowhere VALUES (1)");
    assertThat(failure.workIndex()).isEqualTo(2);
    assertThat(failure.sqlState()).isEqualTo("42P01");
    assertThat(failure.reason()).isEqualTo(Reason.STATEMENT);
    assertThat(scratch.value("SELECT to_regclass('t') IS NULL")).isEqualTo("t");
  }

  @Test
  void thePlaceIsTheCharacterInTheFile() {
    StatementFailure failure =
        failure(
            """
            -- é 🙂 a comment before
            SELECT 1;

              SELECT '🙂',
                     wrong_column
                FROM pg_class;
            """);
    assertThat(failure.workIndex()).isEqualTo(1);
    assertThat(failure.problem().place()).hasToString("migrations/001_test.sql:5:10");
    assertThat(failure("SELECT '🙂', wrong FROM pg_class").problem().place())
        .hasToString("migrations/001_test.sql:1:13");
  }

  @Test
  void theHintIsTheAction() {
    StatementFailure failure = failure("SELECT c.relnam FROM pg_class c");
    assertThat(failure.problem().action()).contains("c.relname");
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
  }

  @Test
  void rowValuesAreNotShown() throws Exception {
    run("CREATE TABLE t (a text PRIMARY KEY); INSERT INTO t VALUES ('s3cret')");
    assertThat(failure("INSERT INTO t SELECT a FROM t").problem().render())
        .contains("t_pkey")
        .doesNotContain("s3cret");
    assertThat(failure("SELECT a::int FROM t").problem().render())
        .contains("invalid input syntax for type integer")
        .doesNotContain("s3cret");
    assertThat(failure("SELECT 'shown'::int").problem().render()).contains("\"shown\"");
    StatementFailure copy =
        failure("CREATE TABLE c (a int);\nCOPY c FROM stdin;\n1\ns3cret\n\\.\n");
    assertThat(copy.problem().render()).doesNotContain("s3cret");
    assertThat(copy.problem().place()).hasToString("migrations/001_test.sql:4");
    assertThat(String.valueOf(copy.getCause().getMessage())).doesNotContain("COPY c, line");
  }

  @Test
  void theFunctionThatFailedIsNamed() {
    StatementFailure failure =
        failure(
            """
            CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$
            BEGIN
              PERFORM 1 / 0;
            END $$;
            SELECT f();
            """);
    assertThat(failure.problem().message())
        .contains("division by zero (SQLSTATE 22012)")
        .contains("in PL/pgSQL function f() line 3 at PERFORM");
  }

  @Test
  void aCheckAtCommitFailsTheTransaction() throws Exception {
    run(
        "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE c (a int REFERENCES p DEFERRABLE"
            + " INITIALLY DEFERRED)");
    StatementFailure failure = failure("INSERT INTO c VALUES (1)");
    assertThat(failure.workIndex()).isEqualTo(-1);
    assertThat(failure.sqlState()).isEqualTo("23503");
    assertThat(scratch.value("SELECT count(*) FROM c")).isEqualTo("0");
  }

  @Test
  void whatCannotRunInATransactionIsTold() {
    StatementFailure vacuum = failure("CREATE TABLE t (a int); VACUUM t");
    assertThat(vacuum.reason()).isEqualTo(Reason.NOT_TRANSACTIONAL);
    assertThat(vacuum.workIndex()).isEqualTo(1);
    assertThat(vacuum.problem().action()).contains("Transaction: none");
    assertThat(failure("DO $$ BEGIN COMMIT; END $$").reason()).isEqualTo(Reason.NOT_TRANSACTIONAL);
    assertThat(failure("CREATE TYPE e AS ENUM ('a'); COMMIT; CREATE TABLE t (a int)").reason())
        .isEqualTo(Reason.NOT_TRANSACTIONAL);
    assertThat(scratch.value("SELECT to_regtype('e') IS NULL")).isEqualTo("t");
  }

  @Test
  void anEnumValueUsedTooEarlyIsTold() throws Exception {
    run("CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (e e)");
    StatementFailure failure = failure("ALTER TYPE e ADD VALUE 'b'; INSERT INTO t VALUES ('b')");
    assertThat(failure.reason()).isEqualTo(Reason.NOT_TRANSACTIONAL);
    assertThat(failure.workIndex()).isEqualTo(1);
  }

  @Test
  void aReadOnlyTransactionIsTold() {
    StatementFailure failure =
        failure(
            Fixture.migration(
                "001", database.history().read().tip(), "SET TRANSACTION READ ONLY; SELECT 1"));
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.DATABASE_READ_ONLY);
  }

  @Test
  void aLockTimeoutNamesWhoBlocks() throws Exception {
    run("CREATE TABLE t (a int)");
    database
        .session()
        .configure(new Timeouts(Duration.ofMillis(400), Duration.ZERO, Duration.ZERO), Map.of());
    try (Connection other = scratch.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("SELECT 'literal', a FROM t");
      StatementFailure failure = failure("SELECT 1; ALTER TABLE t ADD b int");
      assertThat(failure.reason()).isEqualTo(Reason.LOCK);
      assertThat(failure.workIndex()).isEqualTo(1);
      assertThat(failure.problem().code()).isEqualTo(ErrorCode.LOCK_TIMEOUT);
      assertThat(failure.blockers())
          .singleElement()
          .satisfies(
              blocker -> {
                assertThat(blocker.query()).contains("FROM t").doesNotContain("literal");
                assertThat(blocker.age()).isPositive();
                assertThat(blocker.user()).isNotNull();
              });
    }
    run("ALTER TABLE t ADD b int");
  }

  @Test
  void aDeadlockIsALockFailure() throws Exception {
    run("CREATE TABLE a (a int); CREATE TABLE b (a int)");
    try (Connection other = scratch.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE b");
      Thread thread =
          new Thread(
              () -> {
                try {
                  // Until ours has a, and waits for b.
                  while (!"1"
                      .equals(
                          scratch.value(
                              "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation ="
                                  + " 'b'::regclass"))) {
                    Thread.onSpinWait();
                  }
                  other.createStatement().execute("SET deadlock_timeout = '1h'; LOCK TABLE a");
                } catch (java.sql.SQLException e) {
                  throw new AssertionError(e);
                }
              });
      thread.start();
      StatementFailure failure = failure("SET LOCAL lock_timeout = 0; LOCK TABLE a; LOCK TABLE b");
      assertThat(failure.sqlState()).isEqualTo("40P01");
      assertThat(failure.reason()).isEqualTo(Reason.LOCK);
      thread.join();
      other.rollback();
    }
  }

  @Test
  void aStatementTimeoutIsNoLockFailure() throws Exception {
    database
        .session()
        .configure(new Timeouts(Duration.ZERO, Duration.ofMillis(50), Duration.ZERO), Map.of());
    StatementFailure failure = failure("SELECT pg_sleep(10)");
    assertThat(failure.reason()).isEqualTo(Reason.STATEMENT);
    assertThat(failure.sqlState()).isEqualTo("57014");
  }

  @Test
  void aLostConnectionIsTold() {
    Thread killer =
        new Thread(
            () -> {
              while (!"t"
                  .equals(
                      scratch.value(
                          "SELECT bool_or(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE"
                              + " query LIKE '%pg_sleep(5%' AND wait_event = 'PgSleep'"))) {
                Thread.onSpinWait();
              }
            });
    killer.start();
    StatementFailure failure = failure("CREATE TABLE t (a int); SELECT pg_sleep(5)");
    assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
    assertThat(failure.problem().code()).isEqualTo(ErrorCode.CONNECTION_LOST);
    assertThat(scratch.value("SELECT to_regclass('t') IS NULL")).isEqualTo("t");
    StatementFailure later = failure("SELECT 1");
    assertThat(later.reason()).isEqualTo(Reason.CONNECTION);
  }

  @Test
  void privilegesAreTold() throws Exception {
    run("CREATE TABLE t (a int)");
    ScratchServer.Role role = scratch.createRole();
    try (Database plain = Fixture.open(scratch.url(role))) {
      assertThatThrownBy(() -> plain.session().run(Fixture.step("INSERT INTO t VALUES (1)")))
          .isInstanceOfSatisfying(
              StatementFailure.class,
              e ->
                  assertThat(e.problem().code())
                      .as(e.problem().render())
                      .isEqualTo(ErrorCode.PRIVILEGE_MISSING));
    }
  }

  // Statement by statement

  @Test
  void statementsRunBare() throws Exception {
    run("CREATE TABLE t (a int); INSERT INTO t VALUES (1)");
    database.session().run(Fixture.step("CREATE INDEX CONCURRENTLY i ON t (a)"));
    database.session().run(Fixture.step("VACUUM t"));
    assertThat(scratch.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
        .isEqualTo("t");
    assertThat(database.session().inTransaction()).isFalse();
  }

  @Test
  void aConcurrentBuildIsNotHeldUpByThoseWhoWaitForTheLock() throws Exception {
    run("CREATE TABLE t (a int)");
    try (Database other = Fixture.open(scratch.url())) {
      assertThat(other.lock().tryAcquire()).isPresent();
      database.session().run(Fixture.step("CREATE INDEX CONCURRENTLY i ON t (a)"));
      assertThat(other.lock().tryAcquire()).isPresent();
    }
  }

  @Test
  void aScriptMayHaveItsOwnTransaction() throws Exception {
    HistoryEntry entry = Fixture.entry("001", History.GENESIS);
    List<Step> steps = new ArrayList<>();
    for (Statement statement :
        Fixture.script("BEGIN; SET ROLE NONE; CREATE TABLE t (a int); COMMIT;")) {
      steps.add(new Step(steps.size() + 1, statement, Placement.OUTSIDE, Fixture.TIMEOUTS));
    }
    for (Step step : steps.subList(0, 3)) {
      database.session().run(step);
      assertThat(database.session().inTransaction()).isTrue();
    }
    database.session().write(List.of(new Work.Append(entry)));
    database.session().run(steps.get(3));
    assertThat(database.session().inTransaction()).isFalse();
    assertThat(database.history().read().entries()).containsExactly(entry);

    database.session().run(Fixture.step("BEGIN"));
    database.session().run(Fixture.step("DROP TABLE t"));
    assertThatThrownBy(() -> database.session().run(Fixture.step("SELECT 1/0")))
        .isInstanceOf(StatementFailure.class);
    assertThat(database.session().inTransaction()).isTrue();
    database.session().rollback();
    assertThat(scratch.value("SELECT to_regclass('t') IS NULL")).isEqualTo("f");
  }

  @Test
  void statisticsAreRefreshedForWhatIsStillThere() throws Exception {
    run("CREATE TABLE \"T x\" (a int); INSERT INTO \"T x\" SELECT generate_series(1, 1000)");
    database.session().analyze(List.of("public.\"T x\"", "gone", "gone.too"));
    assertThat(scratch.value("SELECT reltuples FROM pg_class WHERE relname = 'T x'"))
        .isEqualTo("1000");
  }
}
