package io.liftlock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.event.Event;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Header;
import io.liftlock.core.migration.LockRecord;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Running beside others: who is waited for, for how long, and what is told of it. Pauses of the run
 * take no time; a test says what happens in them.
 */
class CareOnPostgresTest {

  private static final ExpectedLock USERS =
      new ExpectedLock(RelationName.of("users"), LockMode.ACCESS_EXCLUSIVE);
  private static final ExpectedLock ORDERS =
      new ExpectedLock(RelationName.of("public", "orders"), LockMode.ACCESS_EXCLUSIVE);

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();
  private final List<Event> events = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private Pause pause = number -> {};
  private int pauses;
  private Database database;

  /** What happens in a pause of the run. */
  private interface Pause {
    void happen(int number) throws SQLException;
  }

  private final Timing timing =
      new Timing(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          },
          length -> {
            now = now.plus(length);
            try {
              pause.happen(++pauses);
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
          },
          new Random(7));

  @BeforeEach
  void prepare() {
    scratch.execute("CREATE TABLE users (id int8 PRIMARY KEY); CREATE TABLE orders (id int8)");
    scratch.execute("INSERT INTO users VALUES (1); INSERT INTO orders VALUES (1)");
    DatabaseDriver driver =
        ServiceLoader.load(DatabaseDriver.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(any -> any.accepts(scratch.url()))
            .findFirst()
            .orElseThrow();
    database =
        driver.open(
            scratch.url(),
            new OpenOptions("main", HistoryTable.DEFAULT, RealDatabases.runner("me")));
    open.add(database);
    database.history().prepare();
    assertThat(database.lock().tryAcquire()).isEmpty();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    scratch.drop();
  }

  private Connection session(String application) throws SQLException {
    Connection connection = scratch.connect();
    open.add(connection);
    execute(connection, "SET application_name = '" + application + "'");
    return connection;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static PlannedMigration planned(String sql, Map<Integer, List<ExpectedLock>> locks) {
    return planned(sql, locks, Map.of());
  }

  private static PlannedMigration planned(
      String sql, Map<Integer, List<ExpectedLock>> locks, Map<String, String> settings) {
    Script script = new ScriptReader().read("migrations/001_any.sql", sql, Dialect.POSTGRES);
    return new PlannedMigration(
        new Migration(
            MigrationId.of("1"),
            "any",
            Migration.Kind.VERSIONED,
            "main",
            Migration.Lineage.SEQUENCE,
            List.of(),
            Header.EMPTY,
            "migrations/001_any.sql",
            script,
            Optional.empty(),
            Optional.empty()),
        Direction.UP,
        ExecutionChoice.of(script, true).execution(),
        Optional.of(script),
        settings,
        new Timeouts(Duration.ofSeconds(2), Duration.ZERO, Duration.ofMinutes(1)),
        1,
        null,
        null,
        locks);
  }

  private Outcome run(PlannedMigration planned) {
    return run(planned, Care.USUAL, Duration.ofMinutes(5));
  }

  private Outcome run(PlannedMigration planned, Care care, Duration deadline) {
    Plan plan =
        new Plan(
            List.of(planned),
            Plan.Grouping.EACH,
            List.of(),
            Map.of("main", database.history().read().tip()),
            List.of());
    RunOptions options = new RunOptions("batch", RealDatabases.runner("me"), deadline, care);
    return new Runner(Map.of("main", database), options, timing, events::add).run(plan);
  }

  private <E extends Event> List<E> events(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private List<LockRecord> locks() {
    return database.history().locks(MigrationId.of("1"), Direction.UP);
  }

  private static Outcome.Stopped stopped(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
    return (Outcome.Stopped) outcome;
  }

  // Before it queues

  @Test
  void doesNotQueueBehindATransactionThatIsOpenForLong() throws Exception {
    Connection forgotten = session("console");
    forgotten.setAutoCommit(false);
    // As long as a transaction has to be open before it counts as a long one.
    execute(forgotten, "SELECT pg_sleep(1.1) FROM users");
    int[] waiting = {-1};
    pause =
        number -> {
          waiting[0] =
              Integer.parseInt(scratch.value("SELECT count(*) FROM pg_locks WHERE NOT granted"));
          forgotten.commit();
        };
    Outcome outcome =
        run(planned("ALTER TABLE users ADD COLUMN a int8;", Map.of(1, List.of(USERS))));
    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    assertThat(waiting[0]).as("nobody waited for a lock").isZero();
    List<Event.BlockersSeen> seen = events(Event.BlockersSeen.class);
    assertThat(seen).hasSize(1);
    Blocker blocker = seen.get(0).blockers().get(0);
    assertThat(blocker.kind()).isEqualTo(Blocker.Kind.IDLE);
    assertThat(blocker.application()).isEqualTo("console");
    assertThat(blocker.age()).isGreaterThan(Duration.ofSeconds(1));
    assertThat(blocker.holds()).extracting(ExpectedLock::mode).contains(LockMode.ACCESS_SHARE);
    assertThat(Blockers.describe(blocker))
        .contains("application console")
        .contains("idle, holds ACCESS SHARE on public.users")
        .endsWith("SELECT pg_sleep(1.1) FROM users");
    assertThat(events(Event.TransactionRetried.class)).isEmpty();
    assertThat(locks().get(0).heldMs()).isGreaterThanOrEqualTo(0);
  }

  @Test
  void givesUpAtItsDeadlineWithoutHavingBegun() throws Exception {
    Connection dump = session("pg_dump");
    dump.setAutoCommit(false);
    execute(dump, "LOCK TABLE users, orders IN ACCESS SHARE MODE; SELECT pg_sleep(1.1)");
    Outcome outcome =
        run(
            planned("ALTER TABLE users ADD COLUMN a int8;", Map.of(1, List.of(USERS))),
            Care.USUAL,
            Duration.ofSeconds(30));
    Outcome.Stopped stopped = stopped(outcome);
    assertThat(stopped.problem().code()).isEqualTo(ErrorCode.LOCK_TIMEOUT);
    assertThat(stopped.problem().message())
        .contains("was not begun")
        .contains("a backup, application pg_dump");
    assertThat(now).isBetween(Instant.EPOCH.plusSeconds(25), Instant.EPOCH.plusSeconds(31));
    assertThat(events(Event.BlockersSeen.class)).hasSize(1);
  }

  @Test
  void waitsForNobodyWhoseLocksDoNotConflict() throws Exception {
    Connection reader = session("console");
    reader.setAutoCommit(false);
    execute(reader, "SELECT pg_sleep(1.1) FROM orders");
    assertThat(run(planned("ALTER TABLE users ADD COLUMN a int8;", Map.of(1, List.of(USERS)))))
        .isInstanceOf(Outcome.Completed.class);
    assertThat(pauses).isZero();
  }

  // In the queue

  @Test
  void keepsReadersWaitingForNoLongerThanARung() throws Exception {
    Connection writer = session("app");
    writer.setAutoCommit(false);
    execute(writer, "INSERT INTO users VALUES (2)");
    CompletableFuture<Integer> reads =
        CompletableFuture.supplyAsync(
            () -> {
              int done = 0;
              try (Connection reader = scratch.connect()) {
                // Longer than the first two rungs, shorter than waiting for the writer would take.
                execute(reader, "SET lock_timeout = '900ms'");
                while (writerIsOpen(reader)) {
                  execute(reader, "SELECT * FROM users");
                  done++;
                }
              } catch (SQLException e) {
                throw new IllegalStateException("a reader had to wait for too long", e);
              }
              return done;
            });
    pause =
        number -> {
          if (number == 2) {
            writer.commit();
          }
        };
    Outcome outcome =
        run(planned("ALTER TABLE users ADD COLUMN a int8;", Map.of(1, List.of(USERS))));
    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    assertThat(reads.get(30, TimeUnit.SECONDS)).isPositive();
    List<Event.TransactionRetried> retried = events(Event.TransactionRetried.class);
    assertThat(retried).hasSize(2);
    Blocker blocker = retried.get(1).blockers().get(0);
    assertThat(blocker.application()).isEqualTo("app");
    assertThat(blocker.holds()).extracting(ExpectedLock::mode).contains(LockMode.ROW_EXCLUSIVE);
  }

  private static boolean writerIsOpen(Connection reader) throws SQLException {
    try (Statement statement = reader.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'app'"
                    + " AND state LIKE 'idle in transaction%')")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  @Test
  void takesLocksInTheOrderOfTheirNamesWhateverTheScriptSays() throws Exception {
    Connection reader = session("app");
    reader.setAutoCommit(false);
    execute(reader, "SELECT FROM orders");
    Outcome outcome =
        run(
            planned(
                "ALTER TABLE users ADD COLUMN a int8; ALTER TABLE orders ADD COLUMN a int8;",
                Map.of(1, List.of(USERS), 2, List.of(ORDERS))),
            Care.USUAL,
            Duration.ZERO);
    assertThat(stopped(outcome).problem().message())
        .contains("ACCESS EXCLUSIVE on public.orders was not granted");
    assertThat(stopped(outcome).problem().place().line()).isEqualTo(1);
  }

  @Test
  void twoRunnersDoNotDeadlock() throws Exception {
    Map<Integer, List<ExpectedLock>> there = Map.of(1, List.of(USERS), 2, List.of(ORDERS));
    Connection first = session("first");
    first.setAutoCommit(false);
    // The other one holds what comes first and wants what comes second.
    execute(first, "LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
    pause =
        number -> {
          execute(first, "LOCK TABLE users IN ACCESS EXCLUSIVE MODE");
          first.commit();
        };
    assertThat(
            run(
                planned(
                    "ALTER TABLE users ADD COLUMN a int8; ALTER TABLE orders ADD COLUMN a int8;",
                    there)))
        .isInstanceOf(Outcome.Completed.class);
    assertThat(locks()).extracting(LockRecord::ordinal).containsExactly(1, 2);
  }

  @Test
  void triesAgainWhereADeadlockChoseIt() throws Exception {
    Connection other = session("app");
    other.setAutoCommit(false);
    execute(other, "LOCK TABLE users IN ACCESS EXCLUSIVE MODE");
    CompletableFuture<Void> wants =
        CompletableFuture.runAsync(
            () -> {
              try (Connection look = scratch.connect();
                  Statement statement = look.createStatement()) {
                boolean seen = false;
                while (!seen) {
                  var rows =
                      statement.executeQuery(
                          "SELECT EXISTS (SELECT FROM pg_locks l WHERE l.mode ="
                              + " 'RowExclusiveLock' AND l.relation = 'orders'::regclass)");
                  seen = rows.next() && rows.getBoolean(1);
                }
                execute(other, "SET deadlock_timeout = '10s'");
                execute(other, "LOCK TABLE orders IN SHARE MODE");
                other.commit();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    pause =
        number -> {
          if (number == 1) {
            wants.join();
          }
        };
    Outcome outcome =
        run(
            planned(
                "UPDATE orders SET id = 2; SELECT pg_sleep(0.5);"
                    + " ALTER TABLE users ADD COLUMN a int8;",
                Map.of(3, List.of(USERS)),
                Map.of("deadlock_timeout", "20ms")));
    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    assertThat(events(Event.TransactionRetried.class)).hasSize(1);
    assertThat(scratch.value("SELECT id FROM orders")).isEqualTo("2");
    // What was lost is remembered with what was waited for.
    assertThat(locks()).hasSize(1);
  }

  // While it holds

  @Test
  void cancelsWhatHoldsLocksForTooLong() {
    PlannedMigration slow =
        planned(
            "SELECT pg_sleep(0.4);\nALTER TABLE users ADD COLUMN a int8;\nSELECT pg_sleep(30);",
            Map.of(2, List.of(USERS)));
    Outcome outcome =
        run(
            slow,
            new Care(Duration.ofMillis(300), Optional.empty(), List.of()),
            Duration.ofMinutes(5));
    Outcome.Stopped stopped = stopped(outcome);
    assertThat(stopped.problem().code()).isEqualTo(ErrorCode.HOLD_EXCEEDED);
    assertThat(stopped.problem().message()).contains("reads and writes on users waited for 300 ms");
    assertThat(stopped.problem().place().line()).isEqualTo(3);
    assertThat(stopped.problem().action()).contains("policy.hold-budget");
    assertThat(
            scratch.value(
                "SELECT count(*) FROM pg_attribute WHERE attrelid = 'users'::regclass"
                    + " AND attname = 'a'"))
        .isEqualTo("0");
    assertThat(scratch.value("SELECT count(*) FROM pg_locks WHERE relation = 'users'::regclass"))
        .isEqualTo("0");
    assertThat(events(Event.TransactionRetried.class)).isEmpty();
  }

  @Test
  void countsTheHoldOfAllStatementsTogether() {
    Outcome outcome =
        run(
            planned(
                "ALTER TABLE users ADD COLUMN a int8;\n"
                    + "SELECT pg_sleep(0.3);\n"
                    + "SELECT pg_sleep(0.3);",
                Map.of(1, List.of(USERS))),
            new Care(Duration.ofMillis(450), Optional.empty(), List.of()),
            Duration.ofMinutes(5));
    assertThat(stopped(outcome).problem().code()).isEqualTo(ErrorCode.HOLD_EXCEEDED);
    assertThat(stopped(outcome).problem().place().line()).isEqualTo(3);
  }

  @Test
  void limitsATransactionOfTheScriptsOwnToo() {
    Outcome outcome =
        run(
            planned(
                "VACUUM orders;\nBEGIN;\nALTER TABLE users ADD COLUMN a int8;\n"
                    + "SELECT pg_sleep(30);\nCOMMIT;",
                Map.of(3, List.of(USERS))),
            new Care(Duration.ofMillis(300), Optional.empty(), List.of()),
            Duration.ofMinutes(5));
    assertThat(stopped(outcome).problem().code()).isEqualTo(ErrorCode.HOLD_EXCEEDED);
    assertThat(stopped(outcome).partly()).isTrue();
  }

  @Test
  void writesDownWaitsAndHolds() throws Exception {
    Connection reader = session("app");
    reader.setAutoCommit(false);
    execute(reader, "SELECT FROM users");
    pause = number -> reader.commit();
    Outcome outcome =
        run(
            planned(
                "CREATE TABLE t (a int8);\nALTER TABLE users ADD COLUMN a int8;\n"
                    + "SELECT pg_sleep(0.2);",
                Map.of(2, List.of(USERS, ORDERS))));
    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    assertThat(locks())
        .extracting(record -> record.ordinal() + " " + record.relation() + " " + record.mode())
        .containsExactly("2 public.orders ACCESS_EXCLUSIVE", "2 public.users ACCESS_EXCLUSIVE");
    assertThat(locks()).allMatch(record -> record.heldMs() >= 200);
    assertThat(events(Event.TransactionRetried.class)).hasSize(1);
  }

  // Who gives way

  @Test
  void asksOnlyThoseToGiveWayWhomThePolicyNames() throws Exception {
    Connection report = session("report-7");
    CompletableFuture<Boolean> cancelled =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                execute(report, "SELECT pg_sleep(60) FROM users");
                return false;
              } catch (SQLException e) {
                return "57014".equals(e.getSQLState());
              }
            });
    Connection other = session("app");
    other.setAutoCommit(false);
    execute(other, "SELECT FROM users");
    awaitHolder("report-7");
    pause =
        number -> {
          if (number == 3) {
            other.commit();
          }
        };
    Clearance clearance =
        new Clearance(Optional.of("report-*"), Optional.empty(), Duration.ZERO, false);
    Outcome outcome =
        run(
            planned("ALTER TABLE users ADD COLUMN a int8;", Map.of(1, List.of(USERS))),
            new Care(Duration.ZERO, Optional.empty(), List.of(clearance)),
            Duration.ofMinutes(5));
    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    assertThat(cancelled.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(events(Event.BlockerEnded.class))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.blocker().application()).isEqualTo("report-7");
              assertThat(event.taken()).isTrue();
              assertThat(event.terminated()).isFalse();
            });
    assertThat(
            scratch.value(
                "SELECT string_agg(concat_ws(' ', version, application, held, terminated), ',')"
                    + " FROM liftlock.cancellation"))
        .isEqualTo("1 report-7 public.users AccessShareLock f");
    execute(other, "SELECT 1");
  }

  private void awaitHolder(String application) {
    while (!"t"
        .equals(
            scratch.value(
                "SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                    + " WHERE a.application_name = '"
                    + application
                    + "' AND l.relation = 'users'::regclass)"))) {
      Thread.onSpinWait();
    }
  }

  @Test
  void endsAnIdleSessionOnlyWhereThePolicySaysSo() throws Exception {
    Connection idle = session("report-8");
    idle.setAutoCommit(false);
    execute(idle, "SELECT FROM users");
    Clearance mild = new Clearance(Optional.of("report-*"), Optional.empty(), Duration.ZERO, false);
    Clearance strict =
        new Clearance(Optional.of("report-*"), Optional.empty(), Duration.ZERO, true);
    PlannedMigration planned =
        planned("ALTER TABLE users ADD COLUMN a int8;", Map.of(1, List.of(USERS)));
    stopped(
        run(
            planned,
            new Care(Duration.ZERO, Optional.empty(), List.of(mild)),
            Duration.ofSeconds(1)));
    assertThat(events(Event.BlockerEnded.class)).isEmpty();
    assertThat(
            run(
                planned,
                new Care(Duration.ZERO, Optional.empty(), List.of(strict)),
                Duration.ofMinutes(5)))
        .isInstanceOf(Outcome.Completed.class);
    assertThat(events(Event.BlockerEnded.class)).singleElement().matches(e -> e.terminated());
    assertThat(idle.isValid(2)).isFalse();
  }

  // What cannot be locked

  @Test
  void leavesToTheStatementsWhatIsNoTableOrNotThere() {
    scratch.execute("CREATE VIEW v AS SELECT * FROM users; CREATE SEQUENCE s");
    Outcome outcome =
        run(
            planned(
                "ALTER SEQUENCE s INCREMENT 2; DROP VIEW v; DROP TABLE IF EXISTS nothing;",
                Map.of(
                    1,
                    List.of(lock("s", LockMode.SHARE_ROW_EXCLUSIVE)),
                    2,
                    List.of(lock("v", LockMode.ACCESS_EXCLUSIVE)),
                    3,
                    List.of(lock("nothing", LockMode.ACCESS_EXCLUSIVE)))));
    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    assertThat(locks()).isEmpty();
  }

  private static ExpectedLock lock(String relation, LockMode mode) {
    return new ExpectedLock(RelationName.of(relation), mode);
  }
}
