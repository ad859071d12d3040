package io.liftlock.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Header;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.report.LoadTrace;
import io.liftlock.core.report.ObservedLock;
import io.liftlock.core.report.TraceReport;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.engine.run.Sleeper;
import io.liftlock.engine.run.Timing;
import io.liftlock.postgres.PostgresDriver;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migrations traced on copies of a real database. */
class TraceRunTest {

  private static final String SHOP =
      """
      CREATE TABLE customers (id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text,
                              invited_by int8 REFERENCES customers);
      CREATE TABLE orders (id int8 PRIMARY KEY, customer int8 NOT NULL REFERENCES customers,
                           total numeric(10, 2), twice numeric GENERATED ALWAYS AS (total * 2) STORED);
      CREATE TABLE events (id int8, day date) PARTITION BY RANGE (day);
      CREATE TABLE events_2025 PARTITION OF events
        FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE 'no rows, please'; END $$;
      INSERT INTO customers (name, invited_by)
        SELECT 'customer ' || g, NULLIF(g % 1000, 0) FROM generate_series(1, 1000) g;
      UPDATE customers SET invited_by = id - 1 WHERE id > 1;
      INSERT INTO orders SELECT g, 1001 - (g % 1000 + 1), g FROM generate_series(1, 2000) g;
      INSERT INTO events SELECT g, '2025-05-05' FROM generate_series(1, 500) g;
      CREATE TRIGGER none_shall_pass BEFORE INSERT ON orders
        FOR EACH ROW EXECUTE FUNCTION refuse();
      """;

  private ScratchDatabase live;
  private Database source;

  @BeforeEach
  void open() {
    live = ScratchServer.get().freshDatabase();
    live.execute(SHOP);
    source = connect();
  }

  private Database connect() {
    RunnerIdentity runner = new RunnerIdentity("tester", "here", 1, Instant.EPOCH, "test");
    return new PostgresDriver()
        .open(live.url(), new OpenOptions("main", HistoryTable.DEFAULT, runner));
  }

  @AfterEach
  void close() {
    source.close();
    live.drop();
  }

  private TraceReport trace(String sql, TraceRows rows, String load) {
    return trace(source, sql, rows, load);
  }

  private static TraceReport trace(Database source, String sql, TraceRows rows, String load) {
    Script script = new ScriptReader().read("014_change.sql", sql, Dialect.POSTGRES);
    Migration migration =
        new Migration(
            MigrationId.of("014"),
            "change",
            Migration.Kind.VERSIONED,
            "main",
            Migration.Lineage.SEQUENCE,
            List.of(),
            Header.EMPTY,
            "014_change.sql",
            script,
            Optional.empty(),
            Optional.empty());
    PlannedMigration planned =
        new PlannedMigration(
            migration,
            Direction.UP,
            ExecutionChoice.of(script, true).execution(),
            Optional.of(script),
            Map.of(),
            Timeouts.NONE,
            1,
            null,
            null,
            Map.of());
    try (Database scratch = source.scratch().create().orElseThrow()) {
      return new TraceRun(
              new TraceRequest(
                  source,
                  scratch,
                  "beside main",
                  new Plan(List.of(planned), Plan.Grouping.EACH, List.of(), Map.of(), List.of()),
                  rows,
                  load.isEmpty()
                      ? Optional.empty()
                      : Optional.of(new ScriptReader().read("load.sql", load, Dialect.POSTGRES)),
                  2,
                  Duration.ofMillis(200),
                  new PostgresDriver().renderer(),
                  new PostgresDriver().parser()),
              new Timing(Clock.systemUTC(), Sleeper.THREAD, new SplittableRandom(7)))
          .trace();
    }
  }

  private static Map<String, Long> rows(TraceReport report) {
    return report.copy().tables().entrySet().stream()
        .collect(Collectors.toMap(entry -> name(entry.getKey()), Map.Entry::getValue));
  }

  private static String name(ObjectId id) {
    return id.name();
  }

  @Test
  void copiesSomeRowsAndWhateverTheyReferTo() {
    TraceReport report =
        trace(
            "ALTER TABLE orders ADD CHECK (total > 0);\nSELECT count(*) FROM customers;",
            new TraceRows(TraceRows.Kind.SOME, 10),
            "");
    assertThat(report.copy().leftOut()).isEmpty();
    Map<String, Long> rows = rows(report);
    assertThat(rows).containsEntry("orders", 10L).containsEntry("events_2025", 10L);
    // Ten orders of customers 991 to 1000, each invited by the one before: 200 rounds.
    assertThat(rows.get("customers")).isBetween(200L, 1000L);
    assertThat(report.succeeded()).isTrue();
    assertThat(report.statements().get(0).trace().scanned()).hasToString("[public.orders]");
    assertThat(report.statements().get(0).transaction()).isEqualTo(1);
    assertThat(live.value("SELECT count(*) FROM orders")).isEqualTo("2000");
  }

  @Test
  void copiesEverythingWhereThatIsWanted() {
    TraceReport report =
        trace(
            "INSERT INTO customers (name) VALUES ('new');",
            new TraceRows(TraceRows.Kind.ALL, 0),
            "");
    assertThat(rows(report)).containsEntry("customers", 1000L).containsEntry("orders", 2000L);
    assertThat(report.succeeded()).isTrue();
    assertThat(report.statements().get(0).trace().rows()).isEqualTo(1);
  }

  @Test
  void plantsRowsOrNone() {
    String sql = "ALTER TABLE customers ALTER name SET NOT NULL;";
    TraceReport planted = trace(sql, new TraceRows(TraceRows.Kind.PLANTED, 20), "");
    assertThat(rows(planted)).containsEntry("customers", 20L);
    TraceReport empty = trace(sql, new TraceRows(TraceRows.Kind.NONE, 0), "");
    assertThat(rows(empty)).isEmpty();
    assertThat(empty.statements()).hasSize(1);
  }

  @Test
  void tellsHowLongOthersWaited() {
    TraceReport report =
        trace(
            "ALTER TABLE customers ADD COLUMN note text;\nSELECT pg_sleep(0.6);",
            new TraceRows(TraceRows.Kind.SOME, 10),
            "SELECT count(*) FROM customers;\n"
                + "SELECT count(*) FROM events;\n"
                + "SELECT 1 / 0;\n");
    assertThat(report.overBudget())
        .singleElement()
        .satisfies(over -> assertThat(over.lock().mode()).isEqualTo(LockMode.ACCESS_EXCLUSIVE));
    LoadTrace reads = report.load().get(0);
    assertThat(reads.longestMs()).isGreaterThan(400);
    assertThat(reads.medianMs()).isLessThan(400);
    assertThat(reads.runs()).isPositive();
    assertThat(reads.failures()).isZero();
    assertThat(report.load().get(2).failures()).isPositive();
    assertThat(report.load().get(2).failure()).isPresent();
    assertThat(report.notices()).isNotEmpty();
  }

  @Test
  void twoAtOnceDoNotDisturbEachOther() throws Exception {
    // Each has a connection of its own, as two processes would.
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<TraceReport>> reports = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        reports.add(
            both.submit(
                () -> {
                  try (Database own = connect()) {
                    return trace(
                        own,
                        "CREATE INDEX CONCURRENTLY ON orders (total);",
                        new TraceRows(TraceRows.Kind.SOME, 10),
                        "");
                  }
                }));
      }
      for (Future<TraceReport> report : reports) {
        assertThat(report.get().succeeded()).isTrue();
        assertThat(report.get().statements().get(0).trace().scanned())
            .hasToString("[public.orders]");
      }
    } finally {
      both.shutdownNow();
    }
    assertThat(
            live.value("SELECT count(*) FROM pg_database WHERE datname LIKE 'liftlock_scratch_%'"))
        .isEqualTo("0");
  }

  @Test
  void tellsAFailureAndStopsThere() {
    TraceReport report =
        trace(
            "ALTER TABLE customers ADD CHECK (name IS NULL);\nDROP TABLE orders;",
            new TraceRows(TraceRows.Kind.SOME, 10),
            "");
    assertThat(report.succeeded()).isFalse();
    assertThat(report.statements()).hasSize(1);
    assertThat(report.statements().get(0).trace().sqlState()).contains("23514");
  }

  @Test
  void watchesWhatRunsAloneAndForgetsWhatTheMigrationMade() {
    TraceReport report =
        trace(
            """
            CREATE TABLE fresh (id int8);
            CREATE INDEX CONCURRENTLY ON fresh (id);
            CREATE INDEX CONCURRENTLY ON orders (customer);
            """,
            new TraceRows(TraceRows.Kind.SOME, 10),
            "");
    assertThat(report.statements()).hasSize(3);
    assertThat(report.statements().get(1).trace().locks()).isEmpty();
    assertThat(report.statements().get(2).transaction()).isZero();
    assertThat(report.statements().get(2).trace().locks())
        .extracting(ObservedLock::mode)
        .containsExactly(LockMode.SHARE_UPDATE_EXCLUSIVE);
  }
}
