package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.LockProbe;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.report.ObservedLock;
import io.liftlock.core.report.StatementTrace;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Statement;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements do, seen on a real server. */
class PostgresLockProbeTest {

  private static final String SETUP =
      """
      CREATE TABLE parents (id int8 PRIMARY KEY);
      CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int,
                          parent int8 REFERENCES parents);
      CREATE INDEX users_email ON users (email);
      INSERT INTO parents SELECT g FROM generate_series(1, 50) g;
      INSERT INTO users SELECT g, 'e' || g, g, g FROM generate_series(1, 50) g;
      """;

  private static String together(ScratchServer server, String setup, String migration) {
    ScratchDatabase scratch = server.freshDatabase();
    try {
      scratch.execute(setup);
      try (Database database = Fixture.open(scratch.url());
          LockProbe probe = database.lockProbe().orElseThrow()) {
        return probe.together(steps(migration)).stream()
            .map(PostgresLockProbeTest::text)
            .collect(Collectors.joining("\n"));
      }
    } finally {
      scratch.drop();
    }
  }

  private static String together(String migration) {
    return together(ScratchServer.get(), SETUP, migration);
  }

  private static String alone(ScratchServer server, String setup, String statement) {
    ScratchDatabase scratch = server.freshDatabase();
    try {
      scratch.execute(setup);
      try (Database database = Fixture.open(scratch.url());
          LockProbe probe = database.lockProbe().orElseThrow()) {
        return text(probe.alone(steps(statement).get(0)));
      }
    } finally {
      scratch.drop();
    }
  }

  private static List<Step> steps(String sql) {
    List<Step> steps = new ArrayList<>();
    for (Statement statement : Fixture.script(sql)) {
      steps.add(new Step(steps.size() + 1, statement, Placement.INSIDE, Timeouts.NONE));
    }
    return steps;
  }

  /** {@code users AccessExclusiveLock; scans users; rewrites users; rows 3; fails 23502}. */
  private static String text(StatementTrace trace) {
    List<String> parts = new ArrayList<>();
    for (ObservedLock lock : trace.locks()) {
      parts.add(lock.relation().name() + " " + lock.mode().word());
    }
    names("scans", trace.scanned(), parts);
    names("rewrites", trace.rewritten(), parts);
    if (trace.rows() >= 0) {
      parts.add("rows " + trace.rows());
    }
    trace.sqlState().ifPresent(state -> parts.add("fails " + state));
    return parts.isEmpty() ? "nothing" : String.join("; ", parts);
  }

  private static void names(String verb, SortedSet<RelationName> names, List<String> parts) {
    if (!names.isEmpty()) {
      parts.add(
          verb + " " + names.stream().map(RelationName::name).collect(Collectors.joining(", ")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  @Tag("majors")
  void seesTheSameOnEveryMajor(int major) {
    ScratchServer server = ScratchServer.of(major);
    assertThat(together(server, SETUP, "ALTER TABLE users ALTER age TYPE int8;"))
        .isEqualTo(
            "users AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey"
                + " AccessExclusiveLock; scans users; rewrites users, users_email, users_pkey");
    assertThat(together(server, SETUP, "DROP TABLE users;"))
        .isEqualTo(
            "parents AccessExclusiveLock; users"
                + " AccessExclusiveLock; users_email AccessExclusiveLock; users_pkey"
                + " AccessExclusiveLock");
    assertThat(alone(server, SETUP, "CREATE INDEX CONCURRENTLY ON users (age);"))
        .isEqualTo("users ShareUpdateExclusiveLock; scans users");
    assertThat(alone(server, SETUP, "REINDEX INDEX CONCURRENTLY users_email;"))
        .startsWith("users ShareUpdateExclusiveLock; users_email ShareUpdateExclusiveLock")
        .endsWith("scans users; rewrites users_email");
    assertThat(
            alone(
                server,
                """
                CREATE TABLE p (id int8) PARTITION BY LIST (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
                """,
                "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;"))
        .startsWith("p ShareUpdateExclusiveLock; p1 ");
  }

  @Test
  void namesTheLocksOfWhatIsDropped() {
    assertThat(together("DROP INDEX users_email;"))
        .isEqualTo("users AccessExclusiveLock; users_email AccessExclusiveLock");
  }

  @Test
  void tellsTheProvenNotNullFromTheOneThatIsScannedFor() {
    assertThat(together("ALTER TABLE users ALTER age SET NOT NULL;"))
        .isEqualTo("users AccessExclusiveLock; scans users");
    assertThat(
            together(
                ScratchServer.get(),
                SETUP + "ALTER TABLE users ADD CONSTRAINT n CHECK (age IS NOT NULL);",
                "ALTER TABLE users ALTER age SET NOT NULL; ALTER TABLE users DROP CONSTRAINT n;"))
        .isEqualTo("users AccessExclusiveLock\nnothing");
  }

  @Test
  void seesAnIndexThatIsReplacedUnderAnotherNumber() {
    assertThat(together("ALTER TABLE users ALTER email TYPE varchar(40);"))
        .isEqualTo("users AccessExclusiveLock; users_email AccessExclusiveLock");
    assertThat(together("ALTER TABLE users ALTER email TYPE text COLLATE \"C\";"))
        .endsWith("scans users; rewrites users_email");
  }

  @Test
  void repeatsNothingThatTheTransactionHoldsAndNothingItMade() {
    assertThat(
            together(
                """
                ALTER TABLE users ADD c int;
                CREATE TABLE fresh (id int8);
                ALTER TABLE fresh ADD d int;
                ALTER TABLE users RENAME TO people;
                INSERT INTO fresh SELECT id FROM people;
                """))
        .isEqualTo("users AccessExclusiveLock\nnothing\nnothing\nnothing\nscans people; rows 50");
  }

  @Test
  void countsRowsThatBodiesWrite() {
    assertThat(together("DO $$ BEGIN UPDATE users SET age = 1 WHERE id < 11; END $$;"))
        .isEqualTo("users RowExclusiveLock; rows 10");
  }

  @Test
  void givesUpWithASavepointWhatWasLockedBehindIt() {
    ScratchDatabase scratch = ScratchServer.get().freshDatabase();
    scratch.execute(SETUP);
    try (Database database = Fixture.open(scratch.url());
        LockProbe probe = database.lockProbe().orElseThrow()) {
      List<StatementTrace> traces =
          probe.together(
              steps(
                  """
                  SAVEPOINT s;
                  LOCK TABLE users;
                  ROLLBACK TO s;
                  LOCK TABLE users IN SHARE MODE;
                  SELECT pg_sleep(0.2);
                  """));
      assertThat(traces).hasSize(5);
      assertThat(traces.get(1).locks().get(0).heldMs()).isLessThan(100);
      assertThat(traces.get(3).locks()).singleElement().satisfies(PostgresLockProbeTest::isShare);
      assertThat(traces.get(3).locks().get(0).heldMs()).isGreaterThanOrEqualTo(200);
      assertThat(traces.get(4).startMs()).isGreaterThanOrEqualTo(traces.get(3).startMs());
    } finally {
      scratch.drop();
    }
  }

  private static void isShare(ObservedLock lock) {
    assertThat(lock.mode()).isEqualTo(LockMode.SHARE);
  }

  @Test
  void stopsAtTheFirstFailureAndKeepsNothing() {
    ScratchDatabase scratch = ScratchServer.get().freshDatabase();
    scratch.execute(SETUP);
    try (Database database = Fixture.open(scratch.url());
        LockProbe probe = database.lockProbe().orElseThrow()) {
      List<StatementTrace> traces =
          probe.together(
              steps(
                  "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;\nUPDATE users SET age = NULL;\n"
                      + "ALTER TABLE users ALTER age SET NOT NULL;\nDROP TABLE parents;"));
      assertThat(traces).hasSize(3);
      assertThat(traces.get(0).failure()).isEmpty();
      assertThat(traces.get(1).rows()).isEqualTo(50);
      assertThat(traces.get(1).walBytes()).isPositive();
      assertThat(traces.get(2).sqlState()).contains("23502");
      assertThat(traces.get(2).failure().orElseThrow().place())
          .hasToString("migrations/001_test.sql:3:1");
      assertThat(scratch.value("SELECT count(age) FROM users")).isEqualTo("50");
      // A constraint that is looked at only at the end.
      assertThat(
              probe.together(
                  steps(
                      "ALTER TABLE users ADD UNIQUE (age) DEFERRABLE INITIALLY DEFERRED;\n"
                          + "UPDATE users SET age = 1;")))
          .last()
          .satisfies(trace -> assertThat(trace.sqlState()).contains("23505"));
      assertThat(probe.together(steps("ALTER TABLE users ADD fine int;")))
          .singleElement()
          .satisfies(trace -> assertThat(trace.failure()).isEmpty());
    } finally {
      scratch.drop();
    }
  }

  @Test
  void watchesWhatFailsOutsideATransaction() {
    assertThat(
            alone(
                ScratchServer.get(),
                SETUP + "UPDATE users SET age = 1;",
                "CREATE UNIQUE INDEX CONCURRENTLY u ON users (age);"))
        .isEqualTo("users ShareUpdateExclusiveLock; scans users; fails 23505");
  }

  @Test
  void copiesRowsInAndOut() {
    assertThat(together("COPY parents FROM stdin;\n1001\n1002\n\\.\nCOPY parents TO STDOUT;"))
        .startsWith("parents RowExclusiveLock; rows 2\n")
        .contains("scans parents");
  }
}
