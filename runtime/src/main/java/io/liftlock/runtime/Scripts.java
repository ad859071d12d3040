package io.liftlock.runtime;

import io.liftlock.core.database.HistorySql;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationGraph;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.References;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.engine.migrate.OfflineScript;
import io.liftlock.engine.migrate.Planner;
import io.liftlock.runtime.config.DatabaseSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what a run would do as scripts that psql or sqlite3 runs by hand. */
public final class Scripts {

  private final OpenProject open;

  Scripts(OpenProject open) {
    this.open = open;
  }

  /**
   * The scripts of everything that is pending now; connects to read the histories.
   *
   * @param request where to
   * @return the script of each database that has something to do, in the order of the databases
   * @throws UserError with what forbids it
   */
  public Map<String, String> pending(RunRequest request) {
    Map<String, History> histories = new LinkedHashMap<>();
    open.databases().forEach((name, database) -> histories.put(name, database.history().read()));
    Plan plan = plan(request.direction(), request.target(), histories, request);
    return write(plan, Chain.REAL);
  }

  /**
   * The scripts that lead from one migration to another, up or down; needs no connection.
   *
   * @param from an id, or {@code base}
   * @param to an id, {@code head} or {@code base}
   * @return the script of each database that has something to do, in the order of the databases
   * @throws UserError with what forbids it
   */
  public Map<String, String> range(String from, String to) {
    MigrationGraph graph = open.migrations().graph();
    Set<MigrationId> start = reach(graph, from);
    Set<MigrationId> end = reach(graph, to);
    Direction direction = end.containsAll(start) ? Direction.UP : Direction.DOWN;
    if (direction == Direction.DOWN && !start.containsAll(end)) {
      throw new UserError(
          Problem.error(
                  ErrorCode.USAGE, "neither of " + from + " and " + to + " stands on the other")
              .action("choose two migrations of one line"));
    }
    Map<String, History> histories = new LinkedHashMap<>();
    for (DatabaseSource source : open.project().targets()) {
      histories.put(source.name(), imagined(graph, source.name(), start));
    }
    Target target =
        end.isEmpty()
            ? new Target.Nothing()
            : to.equals("head")
                ? new Target.Everything()
                : new Target.Id(References.in(graph).id(to));
    Plan plan = plan(direction, target, histories, RunRequest.to(direction, target));
    return write(plan, Chain.BY_HAND);
  }

  /** What is applied once a migration is: itself and everything it stands on. */
  private static Set<MigrationId> reach(MigrationGraph graph, String text) {
    return References.in(graph)
        .target(text)
        .match(
            new Target.Cases<Set<MigrationId>>() {
              @Override
              public Set<MigrationId> everything() {
                return Set.copyOf(graph.ids());
              }

              @Override
              public Set<MigrationId> nothing() {
                return Set.of();
              }

              @Override
              public Set<MigrationId> id(MigrationId id) {
                Set<MigrationId> all = new HashSet<>(graph.ancestors(id));
                all.add(id);
                return all;
              }

              @Override
              public Set<MigrationId> steps(int count) {
                throw new UserError(
                    Problem.error(
                        ErrorCode.USAGE, "a range is written with ids, not with steps: " + text));
              }
            });
  }

  /** The history of a database to which exactly these were applied. */
  private static History imagined(MigrationGraph graph, String database, Set<MigrationId> ids) {
    List<HistoryEntry> entries = new ArrayList<>();
    String tip = History.GENESIS;
    for (Migration migration : graph.order()) {
      if (migration.database().equals(database) && ids.contains(migration.id())) {
        HistoryEntry entry =
            new HistoryEntry(
                migration.id().toString(),
                migration.name(),
                Instant.EPOCH,
                migration.up().checksum(),
                tip,
                Direction.UP,
                EntryState.DONE,
                migration.up().size(),
                0,
                "",
                "",
                null,
                null,
                "");
        entries.add(entry);
        tip = entry.hash();
      }
    }
    return History.of(entries);
  }

  private Plan plan(
      Direction direction, Target target, Map<String, History> histories, RunRequest request) {
    Problems problems = new Problems();
    Plan plan =
        new Planner(open.migrations(), open.options(request).plan())
            .plan(direction, target, histories, List.of(), problems);
    problems.throwIfErrors();
    return plan;
  }

  /** What the first row of the script continues. */
  private enum Chain {
    /** The history as it was read. */
    REAL,
    /** Whatever the history is when the script is run. */
    BY_HAND
  }

  private Map<String, String> write(Plan plan, Chain chain) {
    Map<String, String> scripts = new LinkedHashMap<>();
    for (DatabaseSource source : open.project().targets()) {
      String name = source.name();
      List<PlannedMigration> migrations = plan.on(name);
      if (!migrations.isEmpty()) {
        String tip =
            chain == Chain.REAL
                ? plan.fingerprints().getOrDefault(name, History.GENESIS)
                : History.BY_HAND + open.runOptions().batch();
        StringBuilder script = new StringBuilder();
        new OfflineScript(open.runOptions(), open.timing())
            .write(migrations, tip, historySql(source), script);
        scripts.put(name, script.toString());
      }
    }
    return scripts;
  }

  private HistorySql historySql(DatabaseSource source) {
    return Connections.historySql(source.url(), open.project().history());
  }
}
