package io.liftlock.engine.deploy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.error.Problems;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.migration.Target;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.engine.migrate.MigrationReader;
import io.liftlock.engine.migrate.Migrator;
import io.liftlock.engine.migrate.MigratorOptions;
import io.liftlock.engine.migrate.PlanOptions;
import io.liftlock.engine.migrate.ReadRequest;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.engine.transfer.pairing.CopyMapping;
import io.liftlock.engine.transfer.translate.NameStyle;
import io.liftlock.engine.transfer.translate.TypeOverrides;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Two real databases, perhaps a folder of migrations, and how the one is to become the other. */
final class Move {

  private static final AtomicInteger RUNS = new AtomicInteger();
  private static final String NAME = "main";

  private final DatabaseUrl from;
  private final DatabaseUrl into;
  SchemaFrom schema = SchemaFrom.SOURCE;
  Optional<Path> migrations = Optional.empty();
  Optional<MigrationId> sourceVersion = Optional.empty();
  boolean thenMigrate;
  CopyMapping mapping = CopyMapping.NONE;
  CopyOptions copy = CopyOptions.DEFAULT.withJobs(2);
  TypeOverrides types = TypeOverrides.NONE;
  Optional<Consumer<Misfit>> rejects = Optional.empty();
  Listener listener = Listener.SILENT;

  Move(DatabaseUrl from, DatabaseUrl into) {
    this.from = from;
    this.into = into;
  }

  /** By this folder's migrations. */
  Move by(Path folder) {
    migrations = Optional.of(folder);
    schema = SchemaFrom.MIGRATIONS;
    return this;
  }

  /** Opens both, moves, and closes them: what a process does. */
  NewHomeResult go() {
    try (Database source = open(from);
        Database target = open(into)) {
      return new NewHome(
              new NewHomeRequest(
                  source,
                  target,
                  schema,
                  migrations.map(folder -> read(folder, target.dialect())),
                  sourceVersion,
                  options(),
                  thenMigrate,
                  mapping,
                  copy,
                  types,
                  NameStyle.FOLDED,
                  List.of(),
                  driver(into).renderer(),
                  rejects),
              timing(),
              listener)
          .move();
    }
  }

  /** Runs migrations on one database. */
  static void migrate(DatabaseUrl url, Path folder, String to) {
    try (Database database = open(url)) {
      Outcome outcome =
          new Migrator(
                  Map.of(NAME, database),
                  read(folder, database.dialect()),
                  options(),
                  timing(),
                  Listener.SILENT)
              .migrate(Direction.UP, new Target.Id(MigrationId.of(to)), Optional.empty());
      outcome
          .cause()
          .ifPresent(
              problem -> {
                throw new IllegalStateException(problem.render());
              });
    }
  }

  private static MigrationSet read(Path folder, Dialect dialect) {
    Problems problems = new Problems();
    MigrationSet set =
        new MigrationReader((file, text, format) -> Map.of())
            .read(ReadRequest.of(folder, NAME, dialect), problems);
    problems.throwIfErrors();
    return set;
  }

  private static MigratorOptions options() {
    return new MigratorOptions(
        PlanOptions.DEFAULT,
        new RunOptions("run-" + RUNS.incrementAndGet(), runner(), Duration.ofSeconds(2)),
        Duration.ZERO,
        Optional.empty());
  }

  private static RunnerIdentity runner() {
    return new RunnerIdentity("tester", "here", 1, Instant.EPOCH, "test");
  }

  private static Timing timing() {
    return new Timing(Clock.systemUTC(), pause -> {}, new Random(7));
  }

  static Database open(DatabaseUrl url) {
    return driver(url).open(url, new OpenOptions(NAME, HistoryTable.DEFAULT, runner()));
  }

  private static DatabaseDriver driver(DatabaseUrl url) {
    return ServiceLoader.load(DatabaseDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(driver -> driver.accepts(url))
        .findFirst()
        .orElseThrow();
  }

  static void file(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
