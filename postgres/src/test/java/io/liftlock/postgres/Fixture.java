package io.liftlock.postgres;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
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

/** What the tests of this module say again and again. */
final class Fixture {

  static final Instant NOW = Instant.parse("2026-08-01T10:02:03.123456Z");
  static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(2), Duration.ZERO, Duration.ofMinutes(1));

  static final RunnerIdentity RUNNER = new RunnerIdentity("deploy", "ci-7", 4711, NOW, "0.1.0");

  private Fixture() {}

  static Database open(DatabaseUrl url) {
    return open(url, HistoryTable.DEFAULT, 4711);
  }

  static Database open(DatabaseUrl url, HistoryTable table, long processId) {
    RunnerIdentity runner = new RunnerIdentity("deploy", "ci-7", processId, NOW, "0.1.0");
    return new PostgresDriver().open(url, new OpenOptions("main", table, runner));
  }

  static Script script(String sql) {
    return new ScriptReader().read("migrations/001_test.sql", sql, Dialect.POSTGRES);
  }

  static Statement statement(String sql) {
    return script(sql).iterator().next();
  }

  static Step step(String sql) {
    return new Step(1, statement(sql), Placement.OUTSIDE, TIMEOUTS);
  }

  static List<Work> runs(String sql) {
    List<Work> work = new ArrayList<>();
    int ordinal = 1;
    for (Statement statement : script(sql)) {
      work.add(new Work.Run(new Step(ordinal++, statement, Placement.INSIDE, TIMEOUTS)));
    }
    return work;
  }

  static HistoryEntry entry(String version, String prevHash) {
    return new HistoryEntry(
        version,
        "it's a \\ \"name\"",
        NOW,
        Checksum.EMPTY,
        prevHash,
        Direction.UP,
        EntryState.DONE,
        3,
        12,
        "deploy@ci-7",
        "0.1.0",
        null,
        null,
        "batch-1");
  }

  static StatementRecord record(String version, int ordinal, String sql) {
    return new StatementRecord(
        version,
        Direction.UP,
        "batch-1",
        ordinal,
        statement(sql).hash(),
        sql,
        EntryState.DONE,
        null,
        null,
        0,
        0);
  }

  /** The statements, a record of each and the entry, as the runner puts them together. */
  static List<Work> migration(String version, String prevHash, String sql) {
    List<Work> work = runs(sql);
    int ordinal = 1;
    for (Statement statement : script(sql)) {
      work.add(
          new Work.Remember(
              new StatementRecord(
                  version,
                  Direction.UP,
                  "batch-1",
                  ordinal++,
                  statement.hash(),
                  statement.text(),
                  EntryState.DONE,
                  null,
                  null,
                  0,
                  0)));
    }
    work.add(new Work.Append(entry(version, prevHash)));
    return work;
  }

  /** A database that is ready to run migrations, its lock taken. */
  static Database ready(DatabaseUrl url) throws StatementFailure {
    Database database = open(url);
    if (database.lock().tryAcquire().isPresent()) {
      throw new IllegalStateException("the lock is held");
    }
    database.history().prepare();
    database.session().configure(TIMEOUTS, Map.of());
    return database;
  }
}
