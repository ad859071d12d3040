package io.liftlock.engine.run;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StepResult;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.Bug;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.CallbackEvent;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.plan.Execution;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.report.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a plan. The caller holds the migration lock of every database and has made the plan from the
 * histories as they are; should they have moved all the same, the hash chain refuses the first row.
 */
public final class Runner {

  private final Map<String, Database> databases;
  private final RunOptions options;
  private final Timing timing;
  private final Listener listener;
  private final Map<String, String> tips = new HashMap<>();

  /**
   * @param databases by configured name
   * @param options who runs, and how patiently
   * @param timing time and chance
   * @param listener is told what happens
   */
  public Runner(
      Map<String, Database> databases, RunOptions options, Timing timing, Listener listener) {
    this.databases = Map.copyOf(databases);
    this.options = options;
    this.timing = timing;
    this.listener = listener;
  }

  /** Runs it to its end, or as far as it goes. */
  public Outcome run(Plan plan) {
    if (plan.isEmpty()) {
      return new Outcome.Completed(List.of());
    }
    Run run = new Run(plan);
    try {
      return run.go();
    } finally {
      run.chronicles.forEach((name, chronicle) -> tips.put(name, chronicle.tip()));
    }
  }

  /** The tip of each database's history as the last run left it; what another plan begins with. */
  public Map<String, String> tips() {
    return Map.copyOf(tips);
  }

  /**
   * A migration's part of a transaction that it shares with others.
   *
   * @param entry its row of the history
   */
  private record Share(PlannedMigration planned, HistoryEntry entry, TransactionWork own) {}

  /** One plan on its way. */
  private final class Run {

    private final Plan plan;
    private final Callbacks callbacks;
    private final Map<String, Chronicle> chronicles = new HashMap<>();
    private final List<Outcome.Finished> finished = new ArrayList<>();

    Run(Plan plan) {
      this.plan = plan;
      this.callbacks = new Callbacks(plan);
      plan.fingerprints()
          .forEach((name, tip) -> chronicles.put(name, new Chronicle(tip, options, timing)));
    }

    Outcome go() {
      boolean down = isDown(plan);
      Optional<Outcome> stopped =
          around(down ? CallbackEvent.BEFORE_UNDO : CallbackEvent.BEFORE_MIGRATE);
      if (stopped.isEmpty()) {
        stopped = plan.grouping() == Plan.Grouping.ALL ? allAtOnce() : oneByOne();
      }
      if (stopped.isPresent()) {
        around(down ? CallbackEvent.AFTER_UNDO_ERROR : CallbackEvent.AFTER_MIGRATE_ERROR);
        return stopped.get();
      }
      if (!down) {
        stopped = around(CallbackEvent.AFTER_MIGRATE_APPLIED);
      }
      if (stopped.isEmpty()) {
        stopped = around(down ? CallbackEvent.AFTER_UNDO : CallbackEvent.AFTER_MIGRATE);
      }
      return stopped.orElseGet(() -> new Outcome.Completed(List.copyOf(finished)));
    }

    private Optional<Outcome> oneByOne() {
      int position = 0;
      for (PlannedMigration planned : plan.migrations()) {
        position++;
        Optional<Outcome> turned = turnToRepeatables(planned, position);
        if (turned.isPresent()) {
          return turned;
        }
        listener.on(new Event.MigrationStarted(planned, position, plan.migrations().size()));
        Database database = database(planned.database());
        Told told = new Told(listener);
        Instant start = timing.now();
        MigrationResult result = execution(planned, database, told).run(planned);
        Failed failed = result.failed();
        if (failed != null) {
          boolean down = planned.direction() == Direction.DOWN;
          on(
              List.of(planned.database()),
              down ? CallbackEvent.AFTER_EACH_UNDO_ERROR : CallbackEvent.AFTER_EACH_MIGRATE_ERROR);
          return Optional.of(stopped(planned, failed));
        }
        analyze(database, planned, told.takeChanged());
        finish(planned, start, result);
      }
      Migration last = plan.migrations().get(plan.migrations().size() - 1).migration();
      return last.kind() == Migration.Kind.REPEATABLE || isDown(plan)
          ? Optional.empty()
          : around(CallbackEvent.AFTER_VERSIONED);
    }

    /** Repeatable migrations come last; the moment before the first of them has callbacks. */
    private Optional<Outcome> turnToRepeatables(PlannedMigration next, int position) {
      if (next.migration().kind() != Migration.Kind.REPEATABLE) {
        return Optional.empty();
      }
      boolean first =
          position == 1
              || plan.migrations().get(position - 2).migration().kind()
                  != Migration.Kind.REPEATABLE;
      if (!first) {
        return Optional.empty();
      }
      Optional<Outcome> stopped = around(CallbackEvent.AFTER_VERSIONED);
      return stopped.isPresent() ? stopped : around(CallbackEvent.BEFORE_REPEATABLES);
    }

    private MigrationExecution execution(PlannedMigration planned, Database database, Told told) {
      Chronicle chronicle = chronicle(database);
      Patience patience = new Patience(database, chronicle, options, timing, listener);
      return switch (planned.execution()) {
        case ONE_TRANSACTION, RECORD_ONLY ->
            new WholeExecution(
                database.session(), chronicle, patience, callbacks, told, options.care().hold());
        case SEGMENTS, AS_WRITTEN ->
            new PieceExecution(
                database,
                chronicle,
                patience,
                callbacks,
                told,
                options.care().hold(),
                listener,
                timing);
      };
    }

    private void finish(PlannedMigration planned, Instant start, MigrationResult result) {
      long duration = Duration.between(start, timing.now()).toMillis();
      Outcome.Finished done =
          new Outcome.Finished(planned, duration, result.lockWaitMs(), result.statements());
      finished.add(done);
      listener.on(new Event.MigrationFinished(done));
    }

    /** Everything for one database in one transaction; one database after the other. */
    private Optional<Outcome> allAtOnce() {
      for (String name : new LinkedHashSet<>(names())) {
        Optional<Outcome> stopped = allOn(database(name), plan.on(name));
        if (stopped.isPresent()) {
          return stopped;
        }
      }
      return Optional.empty();
    }

    private List<String> names() {
      return plan.migrations().stream().map(PlannedMigration::database).toList();
    }

    private Optional<Outcome> allOn(Database database, List<PlannedMigration> all) {
      Chronicle chronicle = chronicle(database);
      PlannedMigration first = all.get(0);
      Patience patience = new Patience(database, chronicle, options, timing, listener);
      Told told = new Told(listener);
      Instant start = timing.now();
      List<Share> shares = new ArrayList<>();
      List<HistoryEntry> entries = new ArrayList<>();
      String tip = chronicle.tip();
      int position = 0;
      for (PlannedMigration planned : all) {
        listener.on(new Event.MigrationStarted(planned, ++position, all.size()));
        HistoryEntry entry =
            chronicle.entryAfter(
                tip,
                planned,
                EntryState.DONE,
                planned.script().map(script -> script.size()).orElse(0),
                Chronicle.MEASURED_BY_DATABASE,
                null);
        tip = entry.hash();
        entries.add(entry);
        shares.add(
            new Share(
                planned,
                entry,
                new TransactionWork(
                    planned, callbacks.before(planned), callbacks.behind(planned))));
      }
      Claims claims = shareLocks(shares);
      try {
        Tried<List<StepResult>> tried =
            patience.insist(
                first,
                first.timeouts(),
                claims,
                soFar -> database.session().atomically(joined(shares, chronicle, soFar)));
        entries.forEach(chronicle::appended);
        int firstResult = 0;
        for (Share share : shares) {
          int ownResult = firstResult + share.own().resultsBefore();
          told.steps(share.planned(), share.own().own(), tried.result(), ownResult);
          firstResult += share.own().results();
        }
        analyze(database, first, told.takeChanged());
        for (PlannedMigration planned : all) {
          int statements = planned.script().map(script -> script.size()).orElse(0);
          finish(planned, start, MigrationResult.done(statements, tried.lockWaitMs()));
        }
        return Optional.empty();
      } catch (StatementFailure failure) {
        int index = failure.workIndex();
        Share at = shares.get(0);
        int firstWork = 0;
        int next = 0;
        for (Share share : shares) {
          if (next <= index) {
            at = share;
            firstWork = next;
          }
          next += share.own().size(chronicle, share.entry());
        }
        Problem problem = at.own().explained(failure, index - firstWork);
        return Optional.of(stopped(at.planned(), new Failed(problem, false)));
      }
    }

    /** The first migration that needs a lock takes those of all, so that they are sorted. */
    private static Claims shareLocks(List<Share> shares) {
      Claims all = Claims.NONE;
      for (Share share : shares) {
        all = all.and(share.own().claims());
      }
      boolean taken = false;
      for (Share share : shares) {
        if (!share.own().claims().isEmpty()) {
          share.own().take(taken ? Claims.NONE : all);
          taken = true;
        }
      }
      return all;
    }

    private List<Work> joined(List<Share> shares, Chronicle chronicle, SoFar soFar) {
      List<Work> work = new ArrayList<>();
      for (Share share : shares) {
        share.own().walk(chronicle, share.entry(), soFar, options.care().hold()).forEach(work::add);
      }
      return work;
    }

    private Outcome stopped(PlannedMigration at, Failed failed) {
      String resume = at.direction() == Direction.DOWN ? "liftlock rollback" : "liftlock migrate";
      Problem problem = failed.problem();
      if (failed.partly() && problem.action() == null) {
        problem = problem.action("mend the cause, then continue with: " + resume);
      }
      return new Outcome.Stopped(
          List.copyOf(finished),
          at,
          problem,
          failed.partly(),
          failed.partly() ? Optional.of(resume) : Optional.empty());
    }

    /** Statistics are a courtesy: that they could not be refreshed is told and stops nothing. */
    private void analyze(Database database, PlannedMigration planned, List<String> tables) {
      if (tables.isEmpty()) {
        return;
      }
      try {
        database
            .session()
            .configure(planned.timeouts().withoutStatementLimit(), planned.settings());
        database.session().analyze(tables);
        listener.on(new Event.TablesAnalyzed(database.name(), tables));
      } catch (StatementFailure failure) {
        Problem warning =
            new Problem(
                failure.problem().code(),
                Problem.Severity.WARNING,
                "statistics were not refreshed: " + failure.problem().message(),
                null,
                "run ANALYZE on " + String.join(", ", tables));
        listener.on(new Event.Warned(database.name(), warning));
      }
    }

    /** Callbacks around the whole run, on each database that it touches. */
    private Optional<Outcome> around(CallbackEvent event) {
      return on(names(), event);
    }

    private Optional<Outcome> on(List<String> databases, CallbackEvent event) {
      for (String name : new LinkedHashSet<>(databases)) {
        for (var callback : plan.callbacks(name, event)) {
          PlannedMigration first = plan.on(name).get(0);
          Timeouts timeouts = first.timeouts();
          List<Work> work = new ArrayList<>();
          for (Step step : Steps.of(callback.script(), Execution.ONE_TRANSACTION, timeouts)) {
            work.add(new Work.Run(step));
          }
          try {
            Database database = database(name);
            database.session().configure(timeouts, Map.of());
            database.session().atomically(work);
          } catch (StatementFailure failure) {
            Problem problem =
                Problem.error(
                        ErrorCode.STATEMENT_FAILED,
                        "callback " + callback.name() + " failed: " + failure.problem().message())
                    .at(
                        failure.problem().place() != null
                            ? failure.problem().place()
                            : Place.of(callback.script().file()));
            return Optional.of(stopped(first, new Failed(problem, false)));
          }
        }
      }
      return Optional.empty();
    }

    private static boolean isDown(Plan plan) {
      return plan.migrations().get(0).direction() == Direction.DOWN;
    }

    private Database database(String name) {
      Database database = databases.get(name);
      if (database == null) {
        throw new Bug("the plan names database " + name + ", which is not open");
      }
      return database;
    }

    private Chronicle chronicle(Database database) {
      return chronicles.computeIfAbsent(
          database.name(),
          name -> {
            throw new Bug("the plan has no fingerprint for database " + name);
          });
    }
  }
}
