package io.liftlock.engine.run;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Header;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** SQLite files, opened as a run opens them, and a migration to run there. */
final class RealDatabases {

  static final Timeouts BUDGET = new Timeouts(Duration.ofMillis(300), Duration.ZERO, Duration.ZERO);

  private RealDatabases() {}

  static Database sqlite(String name, Path file, String user) {
    DatabaseUrl url = DatabaseUrl.parse("sqlite:" + file);
    return ServiceLoader.load(DatabaseDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(driver -> driver.accepts(url))
        .findFirst()
        .orElseThrow()
        .open(url, new OpenOptions(name, HistoryTable.DEFAULT, runner(user)));
  }

  static RunnerIdentity runner(String user) {
    return new RunnerIdentity(user, "here", 1, Instant.EPOCH, "test");
  }

  static PlannedMigration anyMigration() {
    return PlannedMigration.recorded(
        new Migration(
            MigrationId.of("1"),
            "any",
            Migration.Kind.VERSIONED,
            "main",
            Migration.Lineage.SEQUENCE,
            List.of(),
            Header.EMPTY,
            "1_any.sql",
            Script.of("1_any.sql", Dialect.SQLITE, List.of()),
            Optional.empty(),
            Optional.empty()),
        Direction.UP,
        BUDGET,
        null);
  }
}
