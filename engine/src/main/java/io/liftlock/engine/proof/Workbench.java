package io.liftlock.engine.proof;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.error.Bug;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.engine.run.Runner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scratch database to build schemas in: migrations run as they would on a live database, files of
 * a model in an order that works. What the prelude made is not seen in the schema. Nothing here
 * waits for locks: nobody else is there. Closing it drops the database.
 */
public final class Workbench implements AutoCloseable {

  private final Database database;
  private final Conditions conditions;
  private final Map<String, String> settings;
  private final Schema before;

  private Workbench(
      Database database, Conditions conditions, Map<String, String> settings, Schema before) {
    this.database = database;
    this.conditions = conditions;
    this.settings = settings;
    this.before = before;
  }

  /**
   * Makes a workbench of an empty scratch database and runs the prelude. The database is closed
   * where that fails, and otherwise with the workbench.
   *
   * @throws LiftlockException with the place in the prelude where a statement of it fails
   */
  public static Workbench of(Database scratch, Prelude prelude, Conditions conditions) {
    boolean done = false;
    try {
      Schema nothing = Schema.empty(scratch.dialect(), scratch.server().version());
      Workbench bench = new Workbench(scratch, conditions, Map.of(), nothing);
      for (Script script : prelude.scripts()) {
        bench.run(script, "the prelude " + prelude.name());
      }
      // Also without a prelude: a new database has a schema public, as every other one does.
      Schema before = prelude.isEmpty() ? nothing : scratch.inspector().inspect();
      Map<String, String> settings = new LinkedHashMap<>(prelude.settings());
      // An environment's parameters are PostgreSQL's.
      if (scratch.dialect() == Dialect.POSTGRES) {
        settings.putAll(conditions.settings());
      }
      done = true;
      return new Workbench(scratch, conditions, settings, before);
    } finally {
      if (!done) {
        scratch.close();
      }
    }
  }

  /** The scratch database itself. */
  public Database database() {
    return database;
  }

  /** What the prelude made. */
  public Schema prelude() {
    return before;
  }

  /** What the database looks like now, without what the prelude made and nobody changed since. */
  public Schema schema() {
    return withoutPrelude(database.inspector().inspect());
  }

  private Schema withoutPrelude(Schema schema) {
    if (before.objects().isEmpty()) {
      return schema;
    }
    List<SchemaObject> own =
        schema.objects().values().stream()
            .filter(object -> !before.find(object.id()).filter(object::equals).isPresent())
            .toList();
    return schema.with(own);
  }

  /**
   * Runs migrations one after the other, with their callbacks, and keeps a history as a live
   * database would.
   *
   * @param migrations of one database, in the order in which they run
   * @throws LiftlockException where one fails, with the place
   */
  public void migrate(List<Migration> migrations, Direction direction) {
    if (migrations.isEmpty()) {
      return;
    }
    database.history().prepare();
    String tip = database.history().read().tip();
    Plan plan =
        new Plan(
            migrations.stream().map(migration -> planned(migration, direction)).toList(),
            Plan.Grouping.EACH,
            conditions.callbacks(),
            Map.of(database.name(), tip),
            List.of());
    String name = migrations.get(0).database();
    Outcome outcome =
        new Runner(
                Map.of(name, database),
                conditions.run(),
                conditions.timing(),
                conditions.listener())
            .run(plan);
    outcome
        .cause()
        .ifPresent(
            problem -> {
              throw LiftlockException.of(List.of(inScratch("the migrations", problem)), null);
            });
  }

  /** A migration as it is run here: with the environment's settings, and without a budget. */
  public PlannedMigration planned(Migration migration, Direction direction) {
    Script script =
        direction == Direction.UP
            ? migration.up()
            : migration
                .down()
                .orElseThrow(() -> new Bug("migration " + migration.id() + " has no rollback"));
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putAll(migration.header().settings());
    return new PlannedMigration(
        migration,
        direction,
        ExecutionChoice.of(script, migration.header().transactional()).execution(),
        Optional.of(script),
        all,
        Timeouts.NONE,
        1,
        null,
        null,
        Map.of());
  }

  /**
   * Runs a script that belongs to no migration, as a migration would run.
   *
   * @param what what it belongs to, for people: {@code the model}
   * @throws LiftlockException where a statement fails, with the place
   */
  public void run(Script script, String what) {
    try {
      database.session().configure(Timeouts.NONE, settings);
      for (Piece piece : Piece.of(script)) {
        piece.run(database.session());
      }
      database.session().endScript();
    } catch (StatementFailure failure) {
      throw LiftlockException.of(List.of(inScratch(what, failure.problem())), failure);
    }
  }

  /**
   * Builds a desired state from its files. They run in the order given; one that needs what a later
   * one makes is tried again behind it.
   *
   * @throws LiftlockException MODEL_INVALID with the place of everything that cannot be built
   */
  public void build(List<Script> files) {
    new ModelBuild(database.session(), database.dialect(), settings).build(files);
  }

  /** So that nobody fears for the live database. */
  private static Problem inScratch(String what, Problem problem) {
    return Problem.error(
            problem.code(), what + " cannot be run in a scratch database: " + problem.message())
        .at(problem.place())
        .action(problem.action());
  }

  @Override
  public void close() {
    database.close();
  }
}
