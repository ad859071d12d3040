package io.liftlock.core.plan;

import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Callback;
import io.liftlock.core.migration.CallbackEvent;
import java.util.List;
import java.util.Map;

/**
 * What will be done, in order, over one or several databases, and the state it was made for.
 * Immutable: it can be printed, kept, compared, and refused when the world has moved.
 *
 * @param migrations in the order they run; empty where there is nothing to do
 * @param grouping how migrations share transactions
 * @param callbacks scripts that run at certain moments of the run
 * @param fingerprints for each database, its history's tip when the plan was made
 * @param warnings what a person should know, none of which stops the run
 */
public record Plan(
    List<PlannedMigration> migrations,
    Grouping grouping,
    List<Callback> callbacks,
    Map<String, String> fingerprints,
    List<Problem> warnings) {

  /** How migrations share transactions. */
  public enum Grouping {
    /** Each migration has its own. */
    EACH,
    /** Everything for one database is in one. */
    ALL
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return migrations.isEmpty();
  }

  /** The scripts that run on a database at a moment of the run. */
  public List<Callback> callbacks(String database, CallbackEvent event) {
    return callbacks.stream()
        .filter(callback -> callback.event() == event && callback.database().equals(database))
        .toList();
  }

  /** What it does to one database. */
  public List<PlannedMigration> on(String database) {
    return migrations.stream().filter(planned -> planned.database().equals(database)).toList();
  }
}
