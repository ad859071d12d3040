package io.liftlock.engine.migrate;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.error.Problems;
import io.liftlock.core.event.Event;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.schema.SchemaFormat;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Timing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A folder of migrations and the real databases they are for. */
final class Project implements AutoCloseable {

  /** No two runs share a batch, whichever project they belong to. */
  private static final AtomicInteger RUNS = new AtomicInteger();

  final Path folder;
  final List<Event> events = new ArrayList<>();
  private final Map<String, DatabaseUrl> urls = new LinkedHashMap<>();
  private final Map<String, Database> open = new LinkedHashMap<>();
  private final List<DatabaseDriver> drivers =
      ServiceLoader.load(DatabaseDriver.class).stream().map(ServiceLoader.Provider::get).toList();
  UnaryOperator<Database> opened = UnaryOperator.identity();
  Plan.Grouping grouping = Plan.Grouping.EACH;
  PlanOptions.Late late = PlanOptions.Late.REFUSE;
  Duration lockWait = Duration.ZERO;
  Duration retryDeadline = Duration.ofSeconds(2);
  Optional<SchemaFormat> snapshots = Optional.empty();
  io.liftlock.core.plan.Timeouts timeouts =
      new io.liftlock.core.plan.Timeouts(
          Duration.ofMillis(300), Duration.ZERO, Duration.ofMinutes(1));

  Project(Path folder) {
    this.folder = folder;
  }

  Project on(String name, DatabaseUrl url) {
    urls.put(name, url);
    return this;
  }

  Project file(String name, String text) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Project delete(String name) {
    try {
      Files.delete(folder.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DatabaseDriver driver(DatabaseUrl url) {
    return drivers.stream().filter(driver -> driver.accepts(url)).findFirst().orElseThrow();
  }

  Map<String, Database> databases() {
    urls.forEach((name, url) -> open.computeIfAbsent(name, any -> connect(name, url)));
    return open;
  }

  Database database(String name) {
    return databases().get(name);
  }

  private Database connect(String name, DatabaseUrl url) {
    RunnerIdentity identity = new RunnerIdentity("tester", "here", 1, Instant.EPOCH, "test");
    return opened.apply(
        driver(url).open(url, new OpenOptions(name, HistoryTable.DEFAULT, identity)));
  }

  /** Ends every connection, as a process does that ends. */
  void disconnect() {
    open.values().forEach(Database::close);
    open.clear();
  }

  MigrationSet set() {
    Problems problems = new Problems();
    List<ReadRequest.NamedDatabase> named =
        urls.entrySet().stream()
            .map(
                entry ->
                    new ReadRequest.NamedDatabase(
                        entry.getKey(), driver(entry.getValue()).dialect()))
            .toList();
    MigrationSet set =
        new MigrationReader(
                (file, text, format) -> {
                  throw new IllegalStateException("no metadata here");
                })
            .read(new ReadRequest(List.of(folder), folder, null, named, Map.of()), problems);
    problems.throwIfErrors();
    return set;
  }

  MigratorOptions options() {
    return new MigratorOptions(
        new PlanOptions(grouping, late, timeouts, Map.of()),
        new RunOptions(
            "batch-" + RUNS.incrementAndGet(),
            new RunnerIdentity("tester", "here", 1, Instant.EPOCH, "test"),
            retryDeadline),
        lockWait,
        snapshots);
  }

  Timing timing() {
    return new Timing(Clock.systemUTC(), duration -> {}, new Random(7));
  }

  Migrator migrator() {
    return new Migrator(databases(), set(), options(), timing(), events::add);
  }

  Outcome migrate() {
    return up(new Target.Everything());
  }

  Outcome up(Target target) {
    return migrator().migrate(Direction.UP, target, Optional.empty());
  }

  Outcome down(Target target) {
    return migrator().migrate(Direction.DOWN, target, Optional.empty());
  }

  List<String> applied(String database) {
    return database(database).history().read().applied().keySet().stream()
        .map(MigrationId::toString)
        .toList();
  }

  @Override
  public void close() {
    disconnect();
  }
}
