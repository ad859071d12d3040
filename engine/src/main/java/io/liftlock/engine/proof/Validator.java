package io.liftlock.engine.proof;

import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.report.Leg;
import io.liftlock.core.report.MigrationProof;
import io.liftlock.core.report.MigrationProof.Result;
import io.liftlock.core.report.RowChange;
import io.liftlock.core.report.SeedGap;
import io.liftlock.core.report.Validated;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Takes the migrations of one database up, down and up again in a scratch database, one at a time
 * and with rows in the tables, and tells of each whether its rollback brings back what was there.
 * It goes on behind whatever fails, as long as the migrations themselves can be run.
 */
public final class Validator {

  private final Supplier<Database> scratches;
  private final Conditions conditions;
  private final Listener listener;
  private final int rows;
  private final RandomGenerator random;
  private final List<SeedFile> seeds;

  /**
   * @param scratches gives an empty scratch database each time it is asked; closing drops it
   * @param conditions how scripts run there; their listener is told which migration is being proven
   * @param rows how many rows each table gets; 0 for none
   * @param random decides where there is a choice of values
   * @param seeds rows that people wrote, in order, for this database
   */
  public Validator(
      Supplier<Database> scratches,
      Conditions conditions,
      int rows,
      RandomGenerator random,
      List<SeedFile> seeds) {
    this.scratches = scratches;
    // Every migration runs three times; nobody wants to be told of each.
    this.conditions =
        new Conditions(
            conditions.run(),
            conditions.timing(),
            conditions.settings(),
            conditions.callbacks(),
            event -> {});
    this.listener = conditions.listener();
    this.rows = rows;
    this.random = random;
    this.seeds = List.copyOf(seeds);
  }

  /**
   * Proves migrations.
   *
   * @param database the configured name of the database they are for
   * @param migrations all of that database, in order, repeatable ones last
   * @param wanted which of them are to be proven; those before only run
   * @throws io.liftlock.core.error.LiftlockException SEED_INVALID where rows that people wrote
   *     cannot be written; anything that keeps the scratch database from being made or read
   */
  public Validated validate(
      String database, List<Migration> migrations, Predicate<Migration> wanted) {
    try (Course course = new Course(migrations, wanted)) {
      return course.run(database);
    }
  }

  /** All migrations of one database, one after the other. */
  private final class Course implements AutoCloseable {

    private final List<Migration> migrations;
    private final Predicate<Migration> wanted;
    private final List<MigrationProof> proofs = new ArrayList<>();
    private final Map<ObjectId, SeedGap> gaps = new LinkedHashMap<>();
    private final OwnRows own = new OwnRows(seeds);
    private Database scratch;
    private ScriptRun scripts;
    private Schema schema;
    private final Schema later;

    /** Whether the schema that is remembered is that of the scratch database. */
    private boolean known;

    private RowSeeder seeder;

    Course(List<Migration> migrations, Predicate<Migration> wanted) {
      this.migrations = migrations;
      this.wanted = wanted;
      this.scratch = scratches.get();
      this.scripts = new ScriptRun(scratch, conditions);
      this.seeder = new RowSeeder(rows, random);
      this.schema = Schema.empty(scratch.dialect(), scratch.server().version());
      this.later = rows == 0 ? schema : end();
    }

    /** What all migrations build, as far as they can be run. */
    private Schema end() {
      try (Database ahead = scratches.get()) {
        ScriptRun runs = new ScriptRun(ahead, conditions);
        for (Migration migration : migrations) {
          if (runs.run(migration, Direction.UP, migration.up()).isPresent()) {
            break;
          }
        }
        return ahead.inspector().inspect();
      }
    }

    Validated run(String database) {
      long total = migrations.stream().filter(wanted).count();
      Optional<Migration> broken = Optional.empty();
      for (int i = 0; i < migrations.size(); i++) {
        Migration migration = migrations.get(i);
        boolean prove = wanted.test(migration);
        if (broken.isPresent()) {
          if (prove) {
            proofs.add(notTried(migration, broken.get()));
          }
          continue;
        }
        if (prove) {
          tell(migration, total);
          if (!prove(migration, i)) {
            broken = Optional.of(migration);
          }
        } else if (!pass(migration)) {
          broken = Optional.of(migration);
        }
      }
      if (broken.isEmpty() && !own.left().isEmpty()) {
        throw LiftlockException.of(own.left(), null);
      }
      return new Validated(database, proofs, List.copyOf(gaps.values()));
    }

    private void tell(Migration migration, long total) {
      PlannedMigration planned =
          PlannedMigration.recorded(migration, Direction.UP, Conditions.BUDGET, null);
      listener.on(new Event.MigrationStarted(planned, proofs.size() + 1, (int) total));
    }

    private MigrationProof notTried(Migration migration, Migration broken) {
      Problem why =
          Problem.error(
                  ErrorCode.CHECK_FOUND,
                  migration.title() + " was not tried, since " + broken.title() + " cannot be run")
              .at(Place.of(migration.file()));
      return new MigrationProof(
          migration, Result.NOT_TRIED, List.of(), List.of(), Optional.of(why));
    }

    /** Only runs it, as what comes before those that are to be proven. */
    private boolean pass(Migration migration) {
      Optional<Problem> problem = scripts.run(migration, Direction.UP, migration.up());
      known = false;
      if (problem.isPresent()) {
        proofs.add(failed(migration, Leg.UP, problem.get(), List.of()));
        return false;
      }
      ownRows(migration);
      return true;
    }

    /**
     * Proves one migration.
     *
     * @return whether it can be gone on from here
     */
    private boolean prove(Migration migration, int index) {
      look();
      if (migration.kind() == Migration.Kind.REPEATABLE) {
        return repeat(migration, index);
      }
      return migration.down().isPresent() ? there(migration, index) : without(migration, index);
    }

    /** Reads the schema where migrations only passed, and fills what they made. */
    private void look() {
      if (!known) {
        Schema before = schema;
        schema = scratch.inspector().inspect();
        known = true;
        fill(TouchedTables.between(before, schema).made(), rows);
      }
    }

    private boolean there(Migration migration, int index) {
      Schema before = schema;
      Proof proof =
          new RoundTrip(scratch, scripts).prove(List.of(migration), before, Optional.empty());
      if (proof.stop().isPresent()) {
        Proof.Stop stop = proof.stop().get();
        proofs.add(failed(migration, stop.leg(), stop.problem(), proof.notBroughtBack()));
        return goOn(index, stop.leg());
      }
      boolean again = proof.repeated().isEmpty();
      schema = proof.reached();
      List<RowChange> lost = new ArrayList<>(proof.notBroughtBack());
      Optional<Proof.Stop> stop = again ? withNewRows(migration, before, lost) : Optional.empty();
      if (stop.isPresent()) {
        proofs.add(failed(migration, stop.get().leg(), stop.get().problem(), lost));
        return goOn(index, stop.get().leg());
      }
      proofs.add(
          new MigrationProof(migration, result(proof), differences(proof), lost, Optional.empty()));
      return again || goOn(index, Leg.UP_AGAIN);
    }

    private static List<MigrationProof.Difference> differences(Proof proof) {
      List<MigrationProof.Difference> all = new ArrayList<>();
      proof.left().ifPresent(diff -> all.add(difference(Leg.DOWN, diff)));
      proof.repeated().ifPresent(diff -> all.add(difference(Leg.UP_AGAIN, diff)));
      return all;
    }

    private static MigrationProof.Difference difference(Leg leg, SchemaDiff diff) {
      return new MigrationProof.Difference(leg, diff);
    }

    private static Result result(Proof proof) {
      return proof.isExact()
          ? Result.EXACT
          : proof.isEqual() ? Result.COLUMN_ORDER : Result.DIFFERS;
    }

    /**
     * Writes rows as the new version would, and takes the migration back once more: what it does to
     * rows of the old version is not all that a rollback meets.
     */
    private Optional<Proof.Stop> withNewRows(
        Migration migration, Schema before, List<RowChange> lost) {
      TouchedTables touched = TouchedTables.between(before, schema);
      boolean own = ownRows(migration);
      boolean filled = fill(touched.changed(), Math.min(rows, 1));
      Optional<Proof.Stop> stop =
          filled || own ? backAndThere(migration, before, lost) : Optional.empty();
      if (stop.isEmpty()) {
        if (own) {
          this.own.again(scratch);
        }
        // Last, since tables that a migration makes lose their rows each time it is taken back.
        fill(touched.made(), rows);
      }
      return stop;
    }

    private Optional<Proof.Stop> backAndThere(
        Migration migration, Schema before, List<RowChange> lost) {
      RowFingerprints held =
          RowFingerprints.of(
              scratch,
              schema,
              before,
              scripts.hasCallbacks() ? table -> true : RowScope.of(schema, List.of(migration)));
      Optional<Problem> problem =
          migration.down().flatMap(down -> scripts.run(migration, Direction.DOWN, down));
      if (problem.isPresent()) {
        return problem.map(why -> new Proof.Stop(Leg.DOWN, why));
      }
      Set<ObjectId> told = new HashSet<>();
      lost.forEach(change -> told.add(change.table()));
      held.changes(scratch, before, true).stream()
          .filter(change -> told.add(change.table()))
          .forEach(lost::add);
      return scripts
          .run(migration, Direction.UP, migration.up())
          .map(why -> new Proof.Stop(Leg.UP_AGAIN, why));
    }

    private boolean without(Migration migration, int index) {
      Optional<Problem> problem = scripts.run(migration, Direction.UP, migration.up());
      if (problem.isPresent()) {
        proofs.add(failed(migration, Leg.UP, problem.get(), List.of()));
        return goOn(index, Leg.UP);
      }
      Schema before = schema;
      schema = scratch.inspector().inspect();
      ownRows(migration);
      TouchedTables touched = TouchedTables.between(before, schema);
      fill(touched.made(), rows);
      fill(touched.changed(), Math.min(rows, 1));
      proofs.add(withoutRollback(migration));
      return true;
    }

    private static MigrationProof withoutRollback(Migration migration) {
      Optional<String> because = migration.header().irreversibleBecause();
      Problem told =
          because
              .map(
                  reason ->
                      Problem.warning(
                          ErrorCode.ROLLBACK_MISSING,
                          migration.title() + " has no rollback, because " + reason))
              .orElse(
                  Problem.error(ErrorCode.ROLLBACK_MISSING, migration.title() + " has no rollback")
                      .action(
                          "write its rollback, or say in its header why there is none: `--"
                              + " Rollback: none because …`"))
              .at(Place.of(migration.file()));
      return new MigrationProof(
          migration,
          because.isPresent() ? Result.IRREVERSIBLE : Result.NO_ROLLBACK,
          List.of(),
          List.of(),
          Optional.of(told));
    }

    /** A repeatable migration runs whenever it changes; twice must be as good as once. */
    private boolean repeat(Migration migration, int index) {
      Optional<Problem> problem = scripts.run(migration, Direction.UP, migration.up());
      if (problem.isPresent()) {
        proofs.add(failed(migration, Leg.UP, problem.get(), List.of()));
        return goOn(index, Leg.UP);
      }
      Schema once = scratch.inspector().inspect();
      schema = once;
      problem = scripts.run(migration, Direction.UP, migration.up());
      if (problem.isPresent()) {
        proofs.add(failed(migration, Leg.UP_AGAIN, problem.get(), List.of()));
        return goOn(index, Leg.UP_AGAIN);
      }
      SchemaDiff diff = SchemaDiff.between(once, scratch.inspector().inspect());
      boolean same = diff.isEmpty() && diff.reordered().isEmpty();
      known = same;
      proofs.add(
          new MigrationProof(
              migration,
              same ? Result.EXACT : diff.isEmpty() ? Result.COLUMN_ORDER : Result.DIFFERS,
              same ? List.of() : List.of(difference(Leg.UP_AGAIN, diff)),
              List.of(),
              Optional.empty()));
      return true;
    }

    private MigrationProof failed(
        Migration migration, Leg leg, Problem cause, List<RowChange> lost) {
      Problem problem =
          new Problem(
              cause.code(),
              Problem.Severity.ERROR,
              migration.title() + " fails on the way " + leg.word() + ": " + cause.message(),
              cause.place() == null ? Place.of(migration.file()) : cause.place(),
              null);
      return new MigrationProof(migration, Result.FAILS, List.of(), lost, Optional.of(problem));
    }

    /**
     * Builds everything anew up to a migration, so that those behind it can be proven all the same.
     * One that fails on the way up gets empty tables.
     *
     * @return whether that worked
     */
    private boolean goOn(int index, Leg leg) {
      boolean last = migrations.subList(index + 1, migrations.size()).stream().noneMatch(wanted);
      if (last) {
        return true;
      }
      scratch.close();
      scratch = scratches.get();
      scripts = new ScriptRun(scratch, conditions);
      known = false;
      schema = Schema.empty(scratch.dialect(), scratch.server().version());
      own.begin();
      for (Migration migration : migrations.subList(0, index + 1)) {
        if (scripts.run(migration, Direction.UP, migration.up()).isPresent()) {
          return false;
        }
        if (leg != Leg.UP) {
          ownRows(migration);
        }
      }
      if (leg == Leg.UP) {
        MigrationProof told = proofs.remove(proofs.size() - 1);
        proofs.add(
            new MigrationProof(
                told.migration(),
                told.result(),
                told.differences(),
                told.lost(),
                told.problem()
                    .map(
                        problem ->
                            problem.action(
                                "it works where tables are empty: give new columns a default, or"
                                    + " fill them first; rows of your own are read from"
                                    + " seeds/"))));
      }
      return true;
    }

    private boolean ownRows(Migration migration) {
      if (rows == 0) {
        return false;
      }
      List<Problem> problems = new ArrayList<>();
      boolean ran = own.run(scratch, migration.id(), problems);
      if (!problems.isEmpty()) {
        throw LiftlockException.of(problems, null);
      }
      return ran;
    }

    /** Whether any table got a row. */
    private boolean fill(Iterable<ObjectId> tables, int count) {
      List<ObjectId> wantedTables = new ArrayList<>();
      tables.forEach(wantedTables::add);
      if (wantedTables.isEmpty() || count == 0) {
        return false;
      }
      Seeding seeding = seeder.seed(scratch, schema, wantedTables, count, later);
      seeding.gaps().forEach(gap -> gaps.putIfAbsent(gap.table(), gap));
      return seeding.rows().values().stream().anyMatch(got -> got > 0);
    }

    @Override
    public void close() {
      scratch.close();
    }
  }
}
