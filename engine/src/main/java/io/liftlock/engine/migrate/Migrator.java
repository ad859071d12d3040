package io.liftlock.engine.migrate;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlanDigest;
import io.liftlock.core.report.Outcome;
import io.liftlock.engine.run.LockTaker;
import io.liftlock.engine.run.Runner;
import io.liftlock.engine.run.Timing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings databases to a target, up or down: reads files and histories, plans, takes the locks,
 * reads and plans again under them, and runs. With several databases nothing is changed on any of
 * them while one refuses.
 */
public final class Migrator {

  private final Map<String, Database> databases;
  private final MigrationSet set;
  private final MigratorOptions options;
  private final Timing timing;
  private final Listener listener;

  /**
   * @param databases by configured name, in the order they are shown
   * @param set the migration files
   * @param options how the run is to go
   * @param timing time and chance
   * @param listener is told what happens
   */
  public Migrator(
      Map<String, Database> databases,
      MigrationSet set,
      MigratorOptions options,
      Timing timing,
      Listener listener) {
    this.databases = databases;
    this.set = set;
    this.options = options;
    this.timing = timing;
    this.listener = listener;
  }

  /**
   * Runs.
   *
   * @param direction {@link Direction#UP} or {@link Direction#DOWN}
   * @param target where to
   * @param expected what a stored plan says; the run is refused where the plan would be another now
   */
  public Outcome migrate(Direction direction, Target target, Optional<PlanDigest> expected) {
    Situation before = Situation.read(databases, set);
    if (!before.isStopped()) {
      Problems problems = new Problems();
      Plan plan = plan(before, direction, target, List.of(), problems);
      if (problems.hasErrors()) {
        return new Outcome.Refused(problems.errors());
      }
      if (plan.isEmpty() && expected.isEmpty()) {
        warn(problems);
        return new Outcome.Completed(List.of());
      }
    }
    LockTaker.Held held =
        new LockTaker(options.lockWait(), timing, listener).take(databases.values());
    try (held) {
      return underLock(direction, target, expected);
    }
  }

  /** What it would do now; changes nothing. */
  public Preview preview(Direction direction, Target target) {
    Situation now = Situation.read(databases, set);
    Problems problems = new Problems();
    Plan plan = plan(now, direction, target, remembered(now), problems);
    Reviewed reviewed =
        problems.hasErrors() || plan.isEmpty()
            ? Reviewed.unchanged(plan)
            : options.review().review(plan);
    problems.addAll(reviewed.problems());
    return new Preview(
        reviewed.plan(), PlanDigest.of(plan, schemas()), problems.all(), reviewed.standstills());
  }

  private Outcome underLock(Direction direction, Target target, Optional<PlanDigest> expected) {
    databases.values().forEach(database -> database.history().prepare());
    Situation now = Situation.read(databases, set);
    Problems problems = new Problems();
    List<ResumePoint> resume = reconcile(now, problems);
    if (problems.hasErrors()) {
      return new Outcome.Refused(problems.errors());
    }
    Plan plan = plan(now, direction, target, resume, problems);
    if (problems.hasErrors()) {
      return new Outcome.Refused(problems.errors());
    }
    if (expected.isPresent()) {
      Optional<Problem> moved =
          PlanComparison.moved(expected.get(), PlanDigest.of(plan, schemas()));
      if (moved.isPresent()) {
        return new Outcome.Refused(List.of(moved.get()));
      }
    }
    Reviewed reviewed = plan.isEmpty() ? Reviewed.unchanged(plan) : options.review().review(plan);
    problems.addAll(reviewed.problems());
    if (problems.hasErrors()) {
      return new Outcome.Refused(problems.errors());
    }
    warn(problems);
    reviewed
        .standstills()
        .forEach(
            (database, all) ->
                all.forEach(
                    standstill -> listener.on(new Event.StandstillForeseen(database, standstill))));
    Outcome outcome = new Runner(databases, options.run(), timing, listener).run(reviewed.plan());
    options
        .snapshots()
        .map(format -> new SnapshotKeeper(format, options.run(), timing, listener))
        .ifPresent(keeper -> keeper.keep(databases, outcome));
    return outcome;
  }

  private Plan plan(
      Situation situation,
      Direction direction,
      Target target,
      List<ResumePoint> resume,
      Problems problems) {
    situation.reportBroken(problems);
    if (direction == Direction.UP) {
      situation.reportEdits(problems);
    }
    return new Planner(set, options.plan())
        .plan(direction, target, situation.histories(), resume, problems);
  }

  private List<ResumePoint> reconcile(Situation situation, Problems problems) {
    Reconciler reconciler = new Reconciler(set.graph(), options.plan().timeouts(), listener);
    List<ResumePoint> points = new ArrayList<>();
    situation
        .histories()
        .forEach(
            (name, history) -> {
              Database database = databases.get(name);
              if (database != null) {
                HalfWay.read(database, history)
                    .flatMap(halfWay -> reconciler.reconcile(database, halfWay, problems))
                    .ifPresent(points::add);
              }
            });
    return points;
  }

  /** Where it would go on by what is remembered alone; the catalog may tell more under the lock. */
  private List<ResumePoint> remembered(Situation situation) {
    List<ResumePoint> points = new ArrayList<>();
    situation
        .histories()
        .forEach(
            (name, history) -> {
              Database database = databases.get(name);
              if (database != null) {
                HalfWay.read(database, history)
                    .map(halfWay -> halfWay.at(database, halfWay.next()))
                    .ifPresent(points::add);
              }
            });
    return points;
  }

  private Map<String, String> schemas() {
    Map<String, String> schemas = new LinkedHashMap<>();
    databases.forEach(
        (name, database) -> schemas.put(name, database.inspector().inspect().fingerprint()));
    return schemas;
  }

  private void warn(Problems problems) {
    problems.warnings().forEach(problem -> listener.on(new Event.Warned(firstName(), problem)));
  }

  private String firstName() {
    return databases.keySet().iterator().next();
  }
}
