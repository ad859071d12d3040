package io.liftlock.engine.transfer.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.engine.proof.Workbenches;
import io.liftlock.engine.run.Sleeper;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.pairing.CopyMapping;
import io.liftlock.engine.transfer.pairing.CopyPlanner;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ways to compare: again, in part, twice, slowly, and what cannot be compared. */
class LiveDatabasesTest {

  private final ScratchDatabase a = ScratchServer.get().freshDatabase();
  private final ScratchDatabase b = ScratchServer.get().freshDatabase();
  private final List<TransferEvent> events = new ArrayList<>();
  private Sleeper sleeper = pause -> {};
  private DatabaseUrl urlB = b.url();

  private void both(String sql) {
    a.execute(sql);
    b.execute(sql);
  }

  private RowComparison compare(CompareOptions options) {
    Timing timing = new Timing(Clock.systemUTC(), sleeper, new Random(4));
    try (Database one = Workbenches.open(a.url());
        Database other = Workbenches.open(urlB)) {
      CopyPlan plan =
          CopyPlanner.plan(
              one.inspector().inspect(), other.inspector().inspect(), CopyMapping.NONE);
      try (ReadPoint pointA = one.rowSource().open(options.jobs());
          ReadPoint pointB = other.rowSource().open(options.jobs())) {
        return new RowComparer(options, timing, event -> events.add((TransferEvent) event))
            .compare(
                pointA,
                pointB,
                plan,
                new FreshPoints(
                    () -> one.rowSource().open(options.jobs()),
                    () -> other.rowSource().open(options.jobs())));
      }
    }
  }

  private static final String ROWS =
      """
      CREATE TABLE t (id int PRIMARY KEY, x text);
      INSERT INTO t SELECT i, 'v' || i FROM generate_series(1, 60000) i;
      CREATE TABLE bag (x text);
      INSERT INTO bag SELECT 'v' || i % 50 FROM generate_series(1, 5000) i;
      """;

  @Test
  void rowsThatWereOnTheirWayAreNotReported() {
    both(ROWS);
    a.execute("UPDATE t SET x = 'late' WHERE id IN (5, 6); INSERT INTO bag VALUES ('late')");
    b.execute("UPDATE t SET x = 'wrong' WHERE id = 7");
    sleeper =
        pause ->
            b.execute(
                """
                UPDATE t SET x = 'late' WHERE id IN (5, 6);
                INSERT INTO bag SELECT 'late' WHERE NOT EXISTS (SELECT FROM bag WHERE x = 'late');
                """);
    RowComparison comparison = compare(CompareOptions.DEFAULTS.withRecheck());
    assertEquals(
        List.of("t different", "t.x [7] value: v7 | wrong"), TwoDatabases.said(comparison));
    assertEquals(TableComparison.State.EQUAL, comparison.tables().get(0).state());
  }

  @Test
  void aSampleIsNeverEqual() {
    both(ROWS);
    RowComparison sample = compare(CompareOptions.DEFAULTS.withSample(0.1));
    assertEquals(List.of("bag sampled", "t sampled"), TwoDatabases.said(sample));
    assertFalse(sample.isEqual());
    assertEquals(-1, sample.tables().get(1).rowsA());
    b.execute("UPDATE t SET x = 'other'");
    TableComparison table = compare(CompareOptions.DEFAULTS.withSample(0.1)).tables().get(1);
    assertEquals(TableComparison.State.DIFFERENT, table.state());
    assertEquals(10, table.differences().size());
    assertTrue(table.more());
  }

  @Test
  void aCertificateNeedsTwoHashesOfTheText() {
    both(ROWS);
    RowComparison comparison = compare(CompareOptions.DEFAULTS.withCertificate());
    assertTrue(comparison.isEqual());
    assertEquals(HashKind.TEXT, comparison.hash());
    assertEquals(2, comparison.seeds());
  }

  @Test
  void thePaceIsKept() {
    both(ROWS);
    List<Duration> pauses = new ArrayList<>();
    sleeper =
        pause -> {
          synchronized (pauses) {
            pauses.add(pause);
          }
        };
    assertTrue(compare(CompareOptions.DEFAULTS.withMaxBytesPerSecond(1 << 20)).isEqual());
    assertTrue(pauses.stream().mapToLong(Duration::toMillis).sum() > 1_000, pauses::toString);
  }

  @Test
  void whatCannotBeComparedIsUnknownAndTheRestGoesOn() {
    both(ROWS);
    ScratchServer.Role role = b.createRole();
    b.execute(
        """
        GRANT SELECT ON bag, t TO %1$s;
        ALTER TABLE t ENABLE ROW LEVEL SECURITY;
        CREATE POLICY few ON t USING (id < 10);
        """
            .formatted(role.name()));
    urlB = b.url(role);
    RowComparison comparison = compare(CompareOptions.DEFAULTS);
    TableComparison table = comparison.tables().get(1);
    assertEquals(TableComparison.State.UNKNOWN, table.state());
    assertNotNull(table.problem());
    assertEquals(ErrorCode.ROWS_HIDDEN, table.problem().code());
    assertEquals(TableComparison.State.EQUAL, comparison.tables().get(0).state());
    assertFalse(comparison.isEqual());
    b.execute("ALTER TABLE t DISABLE ROW LEVEL SECURITY; REVOKE SELECT ON t FROM " + role.name());
    table = compare(CompareOptions.DEFAULTS).tables().get(1);
    assertEquals(TableComparison.State.UNKNOWN, table.state());
    assertNotNull(table.problem());
    assertEquals(ErrorCode.PRIVILEGE_MISSING, table.problem().code());
  }

  @Test
  void eachTableIsToldOnce() {
    both(ROWS);
    compare(CompareOptions.DEFAULTS.named("home"));
    assertEquals(2, events.stream().filter(e -> e instanceof TransferEvent.TableCompared).count());
    assertTrue(events.get(0) instanceof TransferEvent.PhaseStarted);
    assertTrue(events.get(events.size() - 1) instanceof TransferEvent.PhaseFinished);
  }
}
