package io.liftlock.engine.migrate;

import io.liftlock.core.database.Database;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.report.Outcome;
import io.liftlock.engine.run.LockTaker;
import io.liftlock.engine.run.Runner;
import io.liftlock.engine.run.Timing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what is applied without running anything: afterwards exactly the target and what it stands
 * on count as applied. The history tells who said so and why.
 */
public final class Stamper {

  private final Map<String, Database> databases;
  private final MigrationSet set;
  private final MigratorOptions options;
  private final Timing timing;
  private final Listener listener;

  /**
   * @param databases by configured name
   * @param set the migration files
   * @param options how the run is to go
   * @param timing time and chance
   * @param listener is told what happens
   */
  public Stamper(
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

  /** What a stamp would record, in order; empty where the databases already say so. */
  public List<PlannedMigration> preview(Target target, String reason) {
    return plan(Situation.read(databases, set), target, reason).migrations();
  }

  /**
   * Records it.
   *
   * @param target everything, nothing, or an id with what it stands on
   * @param reason why, kept in the history
   */
  public Outcome stamp(Target target, String reason) {
    LockTaker.Held held =
        new LockTaker(options.lockWait(), timing, listener).take(databases.values());
    try (held) {
      databases.values().forEach(database -> database.history().prepare());
      Plan plan = plan(Situation.read(databases, set), target, reason);
      return new Runner(databases, options.run(), timing, listener).run(plan);
    }
  }

  private Plan plan(Situation situation, Target target, String reason) {
    Set<MigrationId> wanted = target.match(new Wanted(set));
    Timeouts timeouts = options.plan().timeouts();
    List<PlannedMigration> planned = new ArrayList<>();
    for (Migration migration : set.graph().order()) {
      History history = situation.histories().get(migration.database());
      if (history != null
          && wanted.contains(migration.id())
          && !history.isApplied(migration.id())) {
        planned.add(PlannedMigration.recorded(migration, Direction.STAMP, timeouts, reason));
      }
    }
    situation
        .histories()
        .forEach(
            (name, history) -> planned.addAll(takenOut(name, history, wanted, timeouts, reason)));
    Map<String, String> fingerprints = new LinkedHashMap<>();
    situation.histories().forEach((name, history) -> fingerprints.put(name, history.tip()));
    return new Plan(planned, Plan.Grouping.EACH, List.of(), fingerprints, List.of());
  }

  /** What is applied now and should not count as such, newest first. */
  private List<PlannedMigration> takenOut(
      String database, History history, Set<MigrationId> wanted, Timeouts timeouts, String reason) {
    List<PlannedMigration> planned = new ArrayList<>();
    for (Migration migration : set.graph().order()) {
      if (migration.database().equals(database)
          && history.isApplied(migration.id())
          && !wanted.contains(migration.id())) {
        planned.add(0, PlannedMigration.recorded(migration, Direction.DOWN, timeouts, reason));
      }
    }
    return planned;
  }

  private record Wanted(MigrationSet set) implements Target.Cases<Set<MigrationId>> {
    @Override
    public Set<MigrationId> everything() {
      return new HashSet<>(set.graph().ids());
    }

    @Override
    public Set<MigrationId> nothing() {
      return Set.of();
    }

    @Override
    public Set<MigrationId> id(MigrationId id) {
      Set<MigrationId> wanted = new HashSet<>(set.graph().ancestors(id));
      wanted.add(id);
      return wanted;
    }

    @Override
    public Set<MigrationId> steps(int count) {
      throw new IllegalArgumentException("a stamp names an id, not a number of steps");
    }
  }
}
