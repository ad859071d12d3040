package io.liftlock.engine.migrate;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Header;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationGraph;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.Execution;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides what to run: files, histories and a target become a plan. Pure: the same input gives the
 * same plan, and nothing is read or changed.
 */
public final class Planner {

  private final MigrationSet set;
  private final PlanOptions options;

  /**
   * @param set the migration files
   * @param options how the plan is to be made
   */
  public Planner(MigrationSet set, PlanOptions options) {
    this.set = set;
    this.options = options;
  }

  /**
   * Makes a plan.
   *
   * @param direction {@link Direction#UP} or {@link Direction#DOWN}
   * @param target where it is to lead
   * @param histories one for each database of the run
   * @param resume where migrations go on that an earlier run left half-way
   * @param problems collects what forbids it, and what a person should know
   */
  public Plan plan(
      Direction direction,
      Target target,
      Map<String, History> histories,
      List<ResumePoint> resume,
      Problems problems) {
    Map<String, Standing> standings = new LinkedHashMap<>();
    histories.forEach(
        (name, history) -> standings.put(name, Standing.of(name, set.graph(), history)));
    Problems found = new Problems();
    List<PlannedMigration> migrations =
        direction == Direction.DOWN
            ? down(target, standings, resume, found)
            : up(target, standings, resume, found);
    List<ResumePoint> blocking =
        resume.stream().filter(point -> point.isPartly() && !goesOn(migrations, point)).toList();
    if (blocking.isEmpty()) {
      problems.addAll(found.all());
    }
    // Before what is half-way is complete, nothing else is worth telling.
    blocking.forEach(point -> problems.add(blocked(point)));
    if (options.grouping() == Plan.Grouping.ALL) {
      migrations.forEach(planned -> refuseWhatSharesNoTransaction(planned, problems));
      refuseOtherBudgets(migrations, problems);
    }
    Map<String, String> fingerprints = new LinkedHashMap<>();
    histories.forEach((name, history) -> fingerprints.put(name, history.tip()));
    return new Plan(
        migrations, options.grouping(), set.callbacks(), fingerprints, problems.warnings());
  }

  // Up

  private List<PlannedMigration> up(
      Target target, Map<String, Standing> standings, List<ResumePoint> resume, Problems problems) {
    Map<String, Set<MigrationId>> pending = new HashMap<>();
    for (Standing standing : standings.values()) {
      Set<MigrationId> ids = new HashSet<>();
      standing.pending().forEach(migration -> ids.add(migration.id()));
      pending.put(standing.database(), ids);
      standing.missing().forEach(entry -> problems.add(missing(standing, entry)));
      if (options.late() == PlanOptions.Late.REFUSE) {
        standing.late().forEach(migration -> problems.add(late(standing, migration)));
      }
    }
    List<Migration> inOrder = new ArrayList<>(set.graph().order());
    boolean everything = target.match(new IsEverything());
    if (everything) {
      inOrder.addAll(set.graph().repeatables());
    }
    Predicate<Migration> wanted = target.match(new WantedUp(set.graph()));
    List<PlannedMigration> planned = new ArrayList<>();
    Set<MigrationId> ids = new LinkedHashSet<>();
    int most = target.match(new StepCount());
    for (Migration migration : whatWasBegunFirst(inOrder, resume)) {
      if (pending.getOrDefault(migration.database(), Set.of()).contains(migration.id())
          && wanted.test(migration)) {
        if (ids.add(migration.id()) && ids.size() > most) {
          break;
        }
        planned.add(run(migration, Direction.UP, migration.up(), resume, problems));
      }
    }
    if (options.late() == PlanOptions.Late.REFUSE) {
      refuseWhatWasBegunWithout(planned, standings, problems);
    }
    return planned;
  }

  /** A file that came to stand below one that is half-way is late, though that is not applied. */
  private void refuseWhatWasBegunWithout(
      List<PlannedMigration> planned, Map<String, Standing> standings, Problems problems) {
    Set<MigrationId> below = new HashSet<>();
    planned.stream()
        .filter(each -> each.resumed() != null)
        .map(each -> each.migration().id())
        .filter(id -> !set.graph().at(id).isEmpty())
        .forEach(id -> below.addAll(set.graph().ancestors(id)));
    for (PlannedMigration each : planned) {
      Standing standing = standings.get(each.database());
      if (standing != null
          && below.contains(each.migration().id())
          && !standing.late().contains(each.migration())) {
        problems.add(late(standing, each.migration()));
      }
    }
  }

  /** Nothing may come before what is half-way, such as a file that was added since. */
  private static List<Migration> whatWasBegunFirst(
      List<Migration> inOrder, List<ResumePoint> resume) {
    List<ResumePoint> begun = resume.stream().filter(ResumePoint::isPartly).toList();
    if (begun.isEmpty()) {
      return inOrder;
    }
    List<Migration> sorted = new ArrayList<>(inOrder);
    // A stable sort: all others stay in order.
    sorted.sort(
        Comparator.comparing(
            migration -> begun.stream().noneMatch(point -> isOf(point, migration))));
    return sorted;
  }

  private static boolean isOf(ResumePoint point, Migration migration) {
    return point.database().equals(migration.database()) && point.id().equals(migration.id());
  }

  private static Problem late(Standing standing, Migration migration) {
    return Problem.error(
            ErrorCode.MIGRATION_LATE,
            "migration "
                + migration.title()
                + " arrived late: database "
                + standing.database()
                + " already has a newer one of its branch")
        .at(Place.of(migration.file()))
        .action("run it all the same with --out-of-order, or give it a newer id by renaming it");
  }

  private static Problem missing(Standing standing, History.Applied entry) {
    return Problem.warning(
            ErrorCode.MIGRATION_MISSING,
            "migration "
                + entry.id()
                + " ("
                + entry.entry().name()
                + ") is applied to database "
                + standing.database()
                + " but has no file")
        .action("restore the file; if it was removed on purpose, this is only a note");
  }

  // Down

  private List<PlannedMigration> down(
      Target target, Map<String, Standing> standings, List<ResumePoint> resume, Problems problems) {
    Map<MigrationId, Integer> rank = new HashMap<>();
    set.graph().ids().forEach(id -> rank.put(id, rank.size()));
    Map<String, Map<MigrationId, Migration>> files = new HashMap<>();
    for (Migration migration : set.graph().order()) {
      files
          .computeIfAbsent(migration.database(), name -> new HashMap<>())
          .put(migration.id(), migration);
    }
    Set<MigrationId> repeatables = new HashSet<>();
    set.graph().repeatables().forEach(migration -> repeatables.add(migration.id()));

    Predicate<MigrationId> wanted = target.match(new WantedDown(set.graph()));
    int most = target.match(new StepCount());
    List<PlannedMigration> planned = new ArrayList<>();
    Set<MigrationId> ids = new LinkedHashSet<>();
    Stacks stacks = new Stacks(standings.values(), rank, repeatables);
    for (Optional<Stacks.Top> top = stacks.pop(); top.isPresent(); top = stacks.pop()) {
      History.Applied entry = top.get().entry();
      String database = top.get().database();
      if (!wanted.test(entry.id())) {
        continue;
      }
      if (!ids.contains(entry.id()) && ids.size() >= most) {
        break;
      }
      ids.add(entry.id());
      Migration file = files.getOrDefault(database, Map.of()).get(entry.id());
      if (file == null) {
        problems.add(noFileToGoBack(database, entry));
      } else if (file.down().isEmpty()) {
        problems.add(noRollback(file));
      } else {
        planned.add(run(file, Direction.DOWN, file.down().get(), resume, problems));
      }
    }
    for (Standing standing : standings.values()) {
      standing.edited().stream()
          .filter(migration -> ids.contains(migration.id()))
          .forEach(migration -> problems.add(editedSince(standing, migration)));
    }
    return planned;
  }

  private static Problem noFileToGoBack(String database, History.Applied entry) {
    return Problem.error(
            ErrorCode.ROLLBACK_MISSING,
            "migration "
                + entry.id()
                + " ("
                + entry.entry().name()
                + ") of database "
                + database
                + " has no file any more, so it cannot be rolled back")
        .action("restore its file and its rollback");
  }

  private static Problem noRollback(Migration migration) {
    return Problem.error(
            ErrorCode.ROLLBACK_MISSING,
            "migration " + migration.title() + " has no rollback; nothing was changed")
        .at(Place.of(migration.file()))
        .action(
            "write its rollback file, or roll back to this migration with --to " + migration.id());
  }

  private static Problem editedSince(Standing standing, Migration migration) {
    return Problem.warning(
            ErrorCode.HISTORY_CHANGED,
            "migration "
                + migration.title()
                + " was edited after it ran on database "
                + standing.database()
                + "; its rollback may not fit what ran")
        .at(Place.of(migration.file()));
  }

  // Both

  private static boolean goesOn(List<PlannedMigration> migrations, ResumePoint point) {
    return migrations.stream()
        .filter(planned -> planned.database().equals(point.database()))
        .findFirst()
        .filter(
            first ->
                first.migration().id().equals(point.id()) && first.direction() == point.direction())
        .isPresent();
  }

  private static Problem blocked(ResumePoint point) {
    boolean down = point.direction() == Direction.DOWN;
    return Problem.error(
            ErrorCode.MIGRATION_STOPPED,
            "migration "
                + point.id()
                + " on database "
                + point.database()
                + (down ? " is partly rolled back" : " is partly run")
                + "; nothing else can be done before it is complete")
        .action("complete it with: liftlock " + (down ? "rollback" : "migrate"));
  }

  private PlannedMigration run(
      Migration migration,
      Direction direction,
      Script script,
      List<ResumePoint> resume,
      Problems problems) {
    Optional<ResumePoint> point =
        resume.stream()
            .filter(
                candidate ->
                    candidate.isPartly()
                        && isOf(candidate, migration)
                        && candidate.direction() == direction)
            .findFirst();
    int first = point.map(ResumePoint::ordinal).orElse(1);
    Header header = migration.header();
    ExecutionChoice choice = ExecutionChoice.of(script, header.transactional());
    choice.chain().ifPresent(chain -> problems.add(chained(chain)));
    Execution execution = choice.execution();
    // What was begun in pieces goes on in pieces, whatever the rest of it would allow.
    if (first > 1 && execution == Execution.ONE_TRANSACTION) {
      execution = Execution.SEGMENTS;
    }
    // An environment's parameters are PostgreSQL's; a header's are meant for its own database.
    Map<String, String> settings =
        script.dialect() == Dialect.POSTGRES
            ? new LinkedHashMap<>(options.settings())
            : new LinkedHashMap<>();
    settings.putAll(header.settings());
    return new PlannedMigration(
        migration,
        direction,
        execution,
        Optional.of(script),
        settings,
        timeouts(header),
        first,
        point.map(ResumePoint::batch).orElse(null),
        null,
        Map.of());
  }

  private Timeouts timeouts(Header header) {
    Timeouts usual = options.timeouts();
    return new Timeouts(
        header.lockTimeout() != null ? header.lockTimeout() : usual.lock(),
        header.statementTimeout() != null ? header.statementTimeout() : usual.statement(),
        usual.idleInTransaction());
  }

  private static void refuseWhatSharesNoTransaction(PlannedMigration planned, Problems problems) {
    if (planned.script().isEmpty()) {
      return;
    }
    String file = planned.script().get().file();
    ExecutionChoice.of(planned.script().get(), true)
        .obstacle()
        .ifPresent(
            obstacle ->
                problems.add(
                    Problem.error(
                            ErrorCode.TRANSACTION_IMPOSSIBLE,
                            "not everything can run in one transaction: " + obstacle.reason())
                        .at(obstacle.statement().span().place())
                        .action(
                            "run without --transaction all, or move it to a migration of its"
                                + " own")));
    if (!planned.migration().header().transactional()) {
      problems.add(
          Problem.error(
                  ErrorCode.TRANSACTION_IMPOSSIBLE,
                  "not everything can run in one transaction: its header says `Transaction: none`")
              .at(Place.of(file))
              .action("run without --transaction all"));
    }
  }

  /** One transaction has one set of budgets and parameters. */
  private static void refuseOtherBudgets(List<PlannedMigration> all, Problems problems) {
    Map<String, PlannedMigration> first = new HashMap<>();
    for (PlannedMigration planned : all) {
      PlannedMigration leader = first.putIfAbsent(planned.database(), planned);
      if (leader != null
          && !(leader.settings().equals(planned.settings())
              && leader.timeouts().equals(planned.timeouts()))) {
        problems.add(
            Problem.error(
                    ErrorCode.TRANSACTION_IMPOSSIBLE,
                    "not everything can run in one transaction: migration "
                        + planned.migration().title()
                        + " has other settings or timeouts than "
                        + leader.migration().title())
                .at(Place.of(planned.migration().file()))
                .action("run without --transaction all, or give all of them the same header"));
      }
    }
  }

  /**
   * Behind COMMIT AND CHAIN the next transaction is open at once: were the run to end there, nobody
   * could go on from where it came.
   */
  private static Problem chained(Statement chain) {
    return Problem.error(
            ErrorCode.TRANSACTION_IMPOSSIBLE,
            "a transaction that is chained to the one before cannot be gone on with after an"
                + " interruption")
        .at(chain.span().place())
        .action("write COMMIT; BEGIN; in place of AND CHAIN");
  }

  // Targets

  private static final class IsEverything implements Target.Cases<Boolean> {
    @Override
    public Boolean everything() {
      return true;
    }

    @Override
    public Boolean nothing() {
      return false;
    }

    @Override
    public Boolean id(MigrationId id) {
      return false;
    }

    @Override
    public Boolean steps(int count) {
      return false;
    }
  }

  private static final class StepCount implements Target.Cases<Integer> {
    @Override
    public Integer everything() {
      return Integer.MAX_VALUE;
    }

    @Override
    public Integer nothing() {
      return Integer.MAX_VALUE;
    }

    @Override
    public Integer id(MigrationId id) {
      return Integer.MAX_VALUE;
    }

    @Override
    public Integer steps(int count) {
      return count;
    }
  }

  private record WantedUp(MigrationGraph graph) implements Target.Cases<Predicate<Migration>> {
    @Override
    public Predicate<Migration> everything() {
      return migration -> true;
    }

    @Override
    public Predicate<Migration> nothing() {
      return migration -> false;
    }

    @Override
    public Predicate<Migration> id(MigrationId id) {
      Set<MigrationId> wanted = new HashSet<>(graph.ancestors(id));
      wanted.add(id);
      return migration -> wanted.contains(migration.id());
    }

    @Override
    public Predicate<Migration> steps(int count) {
      return migration -> true;
    }
  }

  private record WantedDown(MigrationGraph graph) implements Target.Cases<Predicate<MigrationId>> {
    @Override
    public Predicate<MigrationId> everything() {
      return id -> false;
    }

    @Override
    public Predicate<MigrationId> nothing() {
      return id -> true;
    }

    @Override
    public Predicate<MigrationId> id(MigrationId stays) {
      return graph.descendants(stays)::contains;
    }

    @Override
    public Predicate<MigrationId> steps(int count) {
      return id -> true;
    }
  }
}
