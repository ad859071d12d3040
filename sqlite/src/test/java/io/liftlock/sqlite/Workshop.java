package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Checksum;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the tests of this module build their databases and their work with. */
final class Workshop {

  static final Timeouts PATIENT = new Timeouts(Duration.ofSeconds(5), Duration.ZERO, Duration.ZERO);

  private Workshop() {}

  static Database open(Path file) {
    return open("sqlite:" + file);
  }

  static Database open(String url) {
    return new SqliteDriver()
        .open(
            DatabaseUrl.parse(url),
            new OpenOptions(
                "trades",
                HistoryTable.DEFAULT,
                new RunnerIdentity(
                    "tester",
                    "host.example",
                    ProcessHandle.current().pid(),
                    Instant.parse("2026-11-20T10:00:00Z"),
                    "1.2.3")));
  }

  static List<Statement> statements(String sql) {
    return new ScriptReader().read("001_test.sql", sql, Dialect.SQLITE).stream().toList();
  }

  /** The statements of a script, and a history row where one is wanted. */
  static List<Work> work(String sql) {
    List<Work> work = new ArrayList<>();
    int ordinal = 1;
    for (Statement statement : statements(sql)) {
      work.add(new Work.Run(new Step(ordinal++, statement, Placement.INSIDE, PATIENT)));
    }
    return work;
  }

  /** A whole migration: its statements and its history row. */
  static List<Work> migration(Database database, String version, String sql) {
    List<Work> work = work(sql);
    work.add(new Work.Append(entry(database.history().read(), version)));
    return work;
  }

  static HistoryEntry entry(History history, String version) {
    return new HistoryEntry(
        version,
        "name of " + version,
        Instant.parse("2026-11-20T10:11:12.345Z"),
        Checksum.EMPTY,
        history.tip(),
        Direction.UP,
        EntryState.DONE,
        1,
        -1,
        "tester@host.example",
        "1.2.3",
        null,
        null,
        "batch 1");
  }

  /** Runs a migration as the runner does. */
  static void migrate(Database database, String version, String sql) throws StatementFailure {
    database.session().configure(PATIENT, java.util.Map.of());
    database.session().atomically(migration(database, version, sql));
  }

  /** The failure of a migration. */
  static StatementFailure failure(Database database, String version, String sql) {
    return catchThrowableOfType(StatementFailure.class, () -> migrate(database, version, sql));
  }

  static Step bare(String sql) {
    return new Step(1, statements(sql).get(0), Placement.OUTSIDE, PATIENT);
  }
}
