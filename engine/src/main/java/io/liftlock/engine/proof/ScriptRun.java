package io.liftlock.engine.proof;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Runner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts of migrations on a scratch database just as a real run would: by the same runner,
 * with a history of its own. It does not ask what the history says was done before.
 */
final class ScriptRun {

  private final Database scratch;
  private final Conditions conditions;
  private @Nullable String tip;
  private int runs;

  ScriptRun(Database scratch, Conditions conditions) {
    this.scratch = scratch;
    this.conditions = conditions;
  }

  /**
   * Runs one script.
   *
   * @param migration whose it is
   * @param direction {@link Direction#UP} or {@link Direction#DOWN}
   * @return why it did not reach its end, if so
   */
  Optional<Problem> run(Migration migration, Direction direction, Script script) {
    // Settings of the environment are PostgreSQL's; those of a header are meant for its database.
    Map<String, String> settings =
        script.dialect() == Dialect.POSTGRES
            ? new LinkedHashMap<>(conditions.settings())
            : new LinkedHashMap<>();
    settings.putAll(migration.header().settings());
    PlannedMigration planned =
        new PlannedMigration(
            migration,
            direction,
            ExecutionChoice.of(script, migration.header().transactional()).execution(),
            Optional.of(script),
            settings,
            Conditions.BUDGET,
            1,
            null,
            null,
            Map.of());
    return run(planned);
  }

  /** Whether scripts run beside those of the migrations. */
  boolean hasCallbacks() {
    return !conditions.callbacks().isEmpty();
  }

  private Optional<Problem> run(PlannedMigration planned) {
    if (tip == null) {
      scratch.history().prepare();
      tip = scratch.history().read().tip();
    }
    // What is remembered of statements belongs to a run, and the same script runs more than once.
    RunOptions options =
        new RunOptions(
            conditions.run().batch() + "-" + ++runs,
            conditions.run().identity(),
            conditions.run().retryDeadline());
    Plan plan =
        new Plan(
            List.of(planned),
            Plan.Grouping.EACH,
            conditions.callbacks(),
            Map.of(scratch.name(), tip),
            List.of());
    Runner runner =
        new Runner(
            Map.of(planned.database(), scratch),
            options,
            conditions.timing(),
            conditions.listener());
    Outcome outcome = runner.run(plan);
    tip = runner.tips().get(scratch.name());
    return outcome.cause();
  }
}
