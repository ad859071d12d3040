package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.report.TraceReport;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.engine.deploy.TraceRequest;
import io.liftlock.engine.deploy.TraceRows;
import io.liftlock.engine.deploy.TraceRun;
import io.liftlock.engine.migrate.Migrator;
import io.liftlock.engine.migrate.Preview;
import io.liftlock.engine.proof.OwnServerDatabase;
import io.liftlock.runtime.config.Policy;
import io.liftlock.runtime.lint.LintFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs migrations on copies of databases, and sees what they do. The databases are only read. */
public final class Tracing {

  private final OpenProject open;

  Tracing(OpenProject open) {
    this.open = open;
  }

  /**
   * Traces what is pending, or files.
   *
   * @return one report for each database that something is to be run on
   * @throws LiftlockException where the plan has errors, a file cannot be read, or no copy can be
   *     made
   */
  public List<TraceReport> trace(TracingRequest request) {
    open.begin();
    Problems problems = new Problems();
    Optional<Script> load = request.load().map(file -> read(file, Dialect.POSTGRES, problems));
    problems.throwIfErrors();
    Plan plan = request.files().isEmpty() ? pending(request) : named(request);
    List<TraceReport> reports = new ArrayList<>();
    for (Map.Entry<String, Database> entry : open.databases().entrySet()) {
      List<PlannedMigration> migrations = plan.on(entry.getKey());
      if (!migrations.isEmpty()) {
        reports.add(trace(entry.getValue(), only(plan, migrations), load, request));
      }
    }
    return List.copyOf(reports);
  }

  private static Plan only(Plan plan, List<PlannedMigration> migrations) {
    return new Plan(
        migrations, plan.grouping(), plan.callbacks(), plan.fingerprints(), plan.warnings());
  }

  private TraceReport trace(
      Database database, Plan plan, Optional<Script> load, TracingRequest request) {
    if (database.dialect() == Dialect.SQLITE) {
      throw new UserError(
          Problem.error(
                  ErrorCode.USAGE,
                  database.name()
                      + " is a SQLite file: whoever writes locks all of it, whatever he does")
              .action("liftlock lint  says what a migration reads through and writes anew"));
    }
    Scratches scratches = open.scratches();
    try (Database scratch =
        request.place() == TracingRequest.Place.EMBEDDED
            ? scratches.embedded(database.name())
            : scratches.create(database.name(), database.dialect())) {
      return new TraceRun(
              new TraceRequest(
                  database,
                  scratch,
                  where(database, scratch),
                  plan,
                  new TraceRows(kind(request.rows()), request.count()),
                  load,
                  request.sessions(),
                  request.budget().orElseGet(this::budget),
                  Connections.renderer(database.dialect()),
                  Connections.parser(database.dialect())),
              open.timing())
          .trace();
    }
  }

  private String where(Database database, Database scratch) {
    if (scratch instanceof OwnServerDatabase) {
      return "on a PostgreSQL of liftlock's own";
    }
    return open.project().schemas().scratchUrl() == null
        ? "beside " + database.name()
        : "on the server of scratch.url";
  }

  /** A lock that others are not to wait for any longer than a run waits for theirs. */
  private Duration budget() {
    Duration lock = open.project().policy().timeouts().lock();
    return lock.isZero() ? Policy.DEFAULT.timeouts().lock() : lock;
  }

  private static TraceRows.Kind kind(TracingRequest.Rows rows) {
    return switch (rows) {
      case SOME -> TraceRows.Kind.SOME;
      case ALL -> TraceRows.Kind.ALL;
      case PLANTED -> TraceRows.Kind.PLANTED;
      case NONE -> TraceRows.Kind.NONE;
    };
  }

  private Plan pending(TracingRequest request) {
    Preview preview =
        new Migrator(
                open.databases(),
                open.migrations(),
                open.options(RunRequest.to(Direction.UP, request.target())),
                open.timing(),
                open.listener())
            .preview(Direction.UP, request.target());
    if (!preview.errors().isEmpty()) {
      throw LiftlockException.of(preview.errors(), null);
    }
    return preview.plan();
  }

  private Plan named(TracingRequest request) {
    return new Plan(
        new TracedFiles(open).plan(request.files()),
        Plan.Grouping.EACH,
        List.of(),
        Map.of(),
        List.of());
  }

  private Script read(Path file, Dialect dialect, Problems problems) {
    Script script = new LintFiles(open.project().directory()).read(file, dialect, problems).up();
    if (script.isEmpty() && !problems.hasErrors()) {
      problems.add(
          Problem.error(ErrorCode.USAGE, "the load has no statement")
              .at(Place.of(script.file()))
              .action("write the reads and writes of the application into it"));
    }
    return script;
  }
}
