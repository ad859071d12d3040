package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.error.Bug;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.migrate.MigrationReader;
import io.liftlock.engine.migrate.MigratorOptions;
import io.liftlock.engine.migrate.PlanOptions;
import io.liftlock.engine.migrate.ReadRequest;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Timing;
import io.liftlock.runtime.config.DatabaseSource;
import io.liftlock.runtime.config.MetadataFiles;
import io.liftlock.runtime.config.Project;
import io.liftlock.runtime.config.ProjectReader;
import io.liftlock.runtime.render.SchemaJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A project with its files and its open databases, each got when it is first asked for. */
final class OpenProject implements AutoCloseable {

  private final Project project;
  private final Timing timing;
  private final Listener listener;
  private final RunnerIdentity runner;
  private final String batch;
  private @Nullable MigrationSet migrations;
  private @Nullable Scratches scratches;
  private Connections.@Nullable Opening opening;
  private @Nullable Connections connections;

  OpenProject(Project project, Timing timing, Listener listener) {
    this.project = project;
    this.timing = timing;
    this.listener = listener;
    this.runner = Runners.thisProcess(timing.now());
    this.batch = Long.toHexString(timing.random().nextLong() | Long.MIN_VALUE);
  }

  Project project() {
    return project;
  }

  Timing timing() {
    return timing;
  }

  Listener listener() {
    return listener;
  }

  /** The migration files. */
  MigrationSet migrations() {
    if (migrations == null) {
      Problems problems = new Problems();
      MigrationSet read = new MigrationReader(new MetadataFiles()).read(readRequest(), problems);
      problems.throwIfErrors();
      migrations = read;
    }
    return migrations;
  }

  /** How the files are read; where no database is known, as for one PostgreSQL. */
  ReadRequest readRequest() {
    List<ReadRequest.NamedDatabase> databases =
        project.databases().stream()
            .map(source -> new ReadRequest.NamedDatabase(source.name(), dialect(source.url())))
            .toList();
    return new ReadRequest(
        project.migrations(),
        project.directory(),
        project.layout(),
        databases.isEmpty()
            ? List.of(new ReadRequest.NamedDatabase(ProjectReader.ONLY_DATABASE, Dialect.POSTGRES))
            : databases,
        project.assigned());
  }

  /** Known without starting anything. */
  static Dialect dialect(DatabaseUrl url) {
    return url.kind() == DatabaseUrl.Kind.SQLITE ? Dialect.SQLITE : Dialect.POSTGRES;
  }

  /** Begins to open the databases and returns at once. */
  void begin() {
    if (opening == null) {
      opening = Connections.begin(targets(), project.directory(), project.history(), runner);
    }
  }

  private List<DatabaseSource> targets() {
    if (project.targets().isEmpty()) {
      throw new UserError(
          Problem.error(ErrorCode.DATABASE_UNKNOWN, "no database is named anywhere")
              .action(
                  "give --url, set DATABASE_URL, or begin a project with its own:  liftlock init"));
    }
    return project.targets();
  }

  /** Whether the databases are open, or are being opened. */
  boolean isOpen() {
    return opening != null;
  }

  /** The open databases by name, in order. */
  Map<String, Database> databases() {
    begin();
    if (connections == null && opening != null) {
      connections = opening.join();
    }
    return connections == null ? Map.of() : connections.databases();
  }

  /** One open database. */
  Database database(String name) {
    Database database = databases().get(name);
    if (database == null) {
      throw new Bug("the database " + name + " is not open");
    }
    return database;
  }

  /** Databases for a moment. */
  Scratches scratches() {
    if (scratches == null) {
      scratches = new Scratches(this);
    }
    return scratches;
  }

  RunnerIdentity runner() {
    return runner;
  }

  RunOptions runOptions() {
    return new RunOptions(batch, runner, project.policy().retryDeadline(), project.policy().care());
  }

  MigratorOptions options(RunRequest request) {
    PlanOptions.Late late =
        switch (request.late()) {
          case REFUSE -> PlanOptions.Late.REFUSE;
          case RUN -> PlanOptions.Late.RUN;
        };
    return new MigratorOptions(
        new PlanOptions(request.grouping(), late, project.policy().timeouts(), project.settings()),
        runOptions(),
        request.lockWait(),
        Optional.of(new SchemaJson()),
        plan -> new PlanSafety(this, request).review(plan));
  }

  @Override
  public void close() {
    if (scratches != null) {
      scratches.close();
    }
    if (connections != null) {
      connections.close();
    } else if (opening != null) {
      opening.abandon();
    }
  }
}
