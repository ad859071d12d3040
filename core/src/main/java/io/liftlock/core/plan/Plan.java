package io.liftlock.core.plan;

import io.liftlock.core.error.Problem;
import java.util.List;
import java.util.Map;

/**
 * What will be done, in order, over one or several databases, and the state it was made for.
 * Immutable: it can be printed, kept, compared, and refused when the world has moved.
 *
 * @param migrations in the order they run; empty where there is nothing to do
 * @param grouping how migrations share transactions
 * @param fingerprints for each database, its history's tip when the plan was made
 * @param warnings what a person should know, none of which stops the run
 */
public record Plan(
    List<PlannedMigration> migrations,
    Grouping grouping,
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

  /** What it does to one database. */
  public List<PlannedMigration> on(String database) {
    return migrations.stream().filter(planned -> planned.database().equals(database)).toList();
  }
}
