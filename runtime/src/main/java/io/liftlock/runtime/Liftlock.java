package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.LockRecord;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.migration.Overlap;
import io.liftlock.core.migration.References;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.PlanDigest;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.migrate.Edit;
import io.liftlock.engine.migrate.Migrator;
import io.liftlock.engine.migrate.Preview;
import io.liftlock.engine.migrate.ReadRequest;
import io.liftlock.engine.migrate.StatusReader;
import io.liftlock.engine.run.LockTaker;
import io.liftlock.engine.run.Sleeper;
import io.liftlock.engine.run.Timing;
import io.liftlock.runtime.config.DatabaseSource;
import io.liftlock.runtime.config.Project;
import io.liftlock.runtime.observe.LogFile;
import io.liftlock.runtime.render.StoredPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What every door uses: migrates the databases of one project and tells where they stand. Files are
 * read and databases opened when they are first needed. Not safe for use by several threads.
 */
public final class Liftlock implements AutoCloseable {

  private final OpenProject open;
  private final @Nullable LogFile log;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  private Liftlock(Project project, Timing timing) {
    Path logFile = project.logFile();
    this.log = logFile == null ? null : LogFile.open(logFile, timing.clock());
    if (log != null) {
      listeners.add(log);
    }
    this.open = new OpenProject(project, timing, this::tell);
  }

  /** Begins to work on a project; nothing is read or opened yet but the log. */
  public static Liftlock of(Project project) {
    return new Liftlock(
        project, new Timing(Clock.systemUTC(), Sleeper.THREAD, new SplittableRandom()));
  }

  private void tell(Event event) {
    listeners.forEach(listener -> listener.on(event));
  }

  /** Tells somebody what happens from now on. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** Writes a line to the project's log, where it keeps one. */
  public void log(String subject, String text) {
    if (log != null) {
      log.line(subject, text);
    }
  }

  /** What it works on. */
  public Project project() {
    return open.project();
  }

  /** The names of the databases it acts on, in order. */
  public List<String> names() {
    return project().targets().stream().map(DatabaseSource::name).toList();
  }

  /** The migration files; needs no database. */
  public MigrationSet migrations() {
    return open.migrations();
  }

  /** What a person should know of the configuration and the files. */
  public List<Problem> warnings() {
    List<Problem> warnings = new ArrayList<>(project().warnings());
    warnings.addAll(migrations().warnings());
    return List.copyOf(warnings);
  }

  /** Warnings of objects that migrations on different branches touch without knowing each other. */
  public List<Problem> overlaps() {
    Map<String, Dialect> dialects = new LinkedHashMap<>();
    for (ReadRequest.NamedDatabase database : open.readRequest().databases()) {
      dialects.put(database.name(), database.dialect());
    }
    return Overlap.of(migrations().graph(), dialects).stream().map(Liftlock::warning).toList();
  }

  private static Problem warning(Overlap overlap) {
    return Problem.warning(
            ErrorCode.BRANCHES_OVERLAP,
            "%s and %s, on different branches, both touch %s"
                .formatted(overlap.first().title(), overlap.second().title(), overlap.object()))
        .at(Place.of(overlap.second().file()))
        .action("read both, and make sure that they work in either order");
  }

  /** The target that a text names: an id or its beginning, head, base, +1, -2, branch@head. */
  public Target target(String text) {
    return References.in(migrations().graph()).target(text);
  }

  /** The migration that a text names. */
  public MigrationId id(String text) {
    return References.in(migrations().graph()).id(text);
  }

  /** Makes new migration files. */
  public MigrationFiles files() {
    return new MigrationFiles(open);
  }

  /** Says what is applied without running anything. */
  public Stamps stamps() {
    return new Stamps(open);
  }

  /** Corrects what histories say. */
  public Repairs repairs() {
    return new Repairs(open);
  }

  /** Writes what a run would do for people who run it by hand. */
  public Scripts scripts() {
    return new Scripts(open);
  }

  /** Looks at schemas. */
  public Schemas schemas() {
    return new Schemas(open);
  }

  /**
   * Copies databases and compares their rows.
   *
   * @param base the folder that files in URLs are found from
   */
  public Transfers transfers(Path base) {
    return new Transfers(open, base);
  }

  /** Proves rollbacks in scratch databases. */
  public Validation validation() {
    return new Validation(open);
  }

  /** Writes migrations in their safe form. */
  public Fixes fixes() {
    return new Fixes(open);
  }

  /** Looks at scripts for what hurts a database in use. */
  public Linting linting() {
    return new Linting(open);
  }

  /** Runs migrations on copies of databases, and sees what they do. */
  public Tracing tracing() {
    return new Tracing(open);
  }

  /** Finds out whether somebody else changed the databases. */
  public Drifts drifts() {
    return new Drifts(open);
  }

  /** Writes migrations from the model, or tells whether the two are in step. */
  public List<Generation> generate(GenerationRequest request) {
    return new Generator(open, request).generate();
  }

  /** Finds out what works. */
  public Doctor doctor() {
    return new Doctor(open);
  }

  /** Where every database stands. */
  public List<DatabaseStatus> status() {
    open.begin();
    MigrationSet migrations = migrations();
    Map<String, Database> databases = open.databases();
    List<DatabaseStatus> all = new ArrayList<>();
    for (StatusReader.Status status : new StatusReader(migrations).read(databases)) {
      all.add(status(status));
    }
    return List.copyOf(all);
  }

  private DatabaseStatus status(StatusReader.Status status) {
    String name = status.standing().database();
    DatabaseSource source =
        project().targets().stream()
            .filter(target -> target.name().equals(name))
            .findFirst()
            .orElseThrow();
    return new DatabaseStatus(
        name,
        source.url().toString(),
        source.origin(),
        server(name),
        status.standing().heads(),
        status.standing().history().applied().size(),
        status.standing().pending(),
        status.standing().late(),
        status.edits().stream().map(Edit::migration).toList(),
        status.standing().missing().stream().map(applied -> applied.id()).toList(),
        status
            .stopped()
            .map(
                at ->
                    new DatabaseStatus.Stopped(
                        MigrationId.parse(at.id()),
                        at.statement(),
                        Optional.of(at.error()).filter(error -> !error.isEmpty()),
                        at.resume())),
        status.runner().map(holder -> holder.description()));
  }

  private String server(String name) {
    var server = open.database(name).server();
    return server.product() + " " + server.version();
  }

  /** What a run would do now; changes nothing. */
  public RunPreview preview(RunRequest request) {
    open.begin();
    Preview preview = migrator(request).preview(request.direction(), request.target());
    return new RunPreview(
        preview.plan(),
        StoredRequests.store(request, preview.digest()),
        preview.problems(),
        preview.standstills());
  }

  /** Runs. */
  public Outcome run(RunRequest request) {
    return run(request, Optional.empty());
  }

  /** Runs exactly that plan, or refuses. */
  public Outcome run(StoredPlan plan, RunRequest request) {
    return run(StoredRequests.again(plan, request, this::target), Optional.of(plan.digest()));
  }

  private Outcome run(RunRequest request, Optional<PlanDigest> expected) {
    open.begin();
    return migrator(request).migrate(request.direction(), request.target(), expected);
  }

  private Migrator migrator(RunRequest request) {
    MigrationSet migrations = migrations();
    return new Migrator(
        open.databases(), migrations, open.options(request), open.timing(), open.listener());
  }

  /** What every database says was done to it. */
  public List<DatabaseHistory> histories() {
    return open.databases().entrySet().stream()
        .map(
            entry ->
                new DatabaseHistory(
                    entry.getKey(),
                    entry.getValue().history().tableName(),
                    entry.getValue().history().read().entries()))
        .toList();
  }

  /** The locks that a migration's newest run in a direction took on tables. */
  public List<LockRecord> locks(String database, MigrationId id, Direction direction) {
    return open.database(database).history().locks(id, direction);
  }

  /** What is remembered of the statements of a migration's newest run in a direction. */
  public List<StatementRecord> statements(String database, MigrationId id, Direction direction) {
    return open.database(database).history().statements(id, direction);
  }

  /**
   * Sets {@code SCHEMA_VERSION} in a file of variables to what is applied now.
   *
   * @return the value written: the newest applied id in the order of the sequence, or {@code base}
   */
  public String writeVersion(Path file) {
    List<MigrationId> order = migrations().graph().ids();
    MigrationId newest =
        status().stream()
            .flatMap(database -> database.heads().stream())
            .max((left, right) -> Integer.compare(order.indexOf(left), order.indexOf(right)))
            .orElse(null);
    String version = newest == null ? "base" : newest.toString();
    EnvironmentFile.set(file, "SCHEMA_VERSION", version);
    return version;
  }

  /**
   * Makes sure that the environment may be dropped.
   *
   * @throws StateError NOT_DISPOSABLE where it is not marked for that, or where a flag or a
   *     variable says which database it is: what the configuration allows was not meant for that
   *     one
   */
  public void requireDisposable() {
    for (DatabaseSource source : project().targets()) {
      if (source.origin().equals("--url") || !source.variables().isEmpty()) {
        String named =
            source.origin().equals("--url")
                ? "--url"
                : "the variable " + String.join(" and ", source.variables());
        throw new StateError(
            Problem.error(
                    ErrorCode.NOT_DISPOSABLE,
                    "which database %s is was said by %s (%s); disposable: true is only for those that the configuration itself names"
                        .formatted(source.name(), named, source.url()))
                .action(
                    "only where nobody needs the data: write its URL into the configuration; a"
                        + " variable may stand for the password"));
      }
    }
    if (!project().disposable()) {
      throw new StateError(
          Problem.error(
                  ErrorCode.NOT_DISPOSABLE,
                  "the environment "
                      + project().environment()
                      + " is not marked disposable, so nothing in it is dropped")
              .action(
                  "only where nobody needs the data: set  disposable: true  in the configuration"));
    }
  }

  /**
   * Drops everything in every database and migrates again.
   *
   * @throws StateError NOT_DISPOSABLE where the environment is not marked for that
   */
  public Outcome reset(RunRequest request) {
    requireDisposable();
    // Files that cannot be read must not be found out about when everything is gone.
    migrations();
    Map<String, Database> databases = open.databases();
    LockTaker.Held held =
        new LockTaker(request.lockWait(), open.timing(), open.listener()).take(databases.values());
    try (held) {
      databases.values().forEach(Database::wipe);
    }
    return run(request);
  }

  @Override
  public void close() {
    open.close();
    if (log != null) {
      log.close();
    }
  }
}
