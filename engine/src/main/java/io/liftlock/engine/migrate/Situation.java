package io.liftlock.engine.migrate;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files and the histories of a run's databases, read once. Says what forbids any change at all.
 *
 * @param databases by configured name
 * @param set the migration files
 * @param histories by configured name
 */
record Situation(
    Map<String, Database> databases, MigrationSet set, Map<String, History> histories) {

  static Situation read(Map<String, Database> databases, MigrationSet set) {
    Map<String, History> histories = new LinkedHashMap<>();
    databases.forEach((name, database) -> histories.put(name, database.history().read()));
    return new Situation(databases, set, histories);
  }

  Standing standing(String database) {
    return Standing.of(database, set.graph(), histories.getOrDefault(database, History.EMPTY));
  }

  /** Whether an earlier run left something half-way on any of them. */
  boolean isStopped() {
    return histories.values().stream().anyMatch(history -> history.stopped().isPresent());
  }

  /** Rows that somebody altered or removed. */
  void reportBroken(Problems problems) {
    histories.forEach(
        (name, history) ->
            history
                .firstBroken()
                .ifPresent(entry -> problems.add(broken(name, databases.get(name), entry))));
  }

  private static Problem broken(String name, @Nullable Database database, HistoryEntry entry) {
    return Problem.error(
            ErrorCode.HISTORY_BROKEN,
            "the history of database "
                + name
                + " was altered by hand: the row of "
                + entry.version()
                + " ("
                + entry.direction().word()
                + ", "
                + entry.appliedAt()
                + ") does not continue the row before it"
                + (database == null ? "" : ", in " + database.history().tableName()))
        .action(
            "restore the row; if it was deleted on purpose, say what is applied:"
                + " liftlock stamp ID --reason TEXT");
  }

  /** Applied files that were edited since, with the differences. */
  void reportEdits(Problems problems) {
    databases.forEach(
        (name, database) -> {
          Standing standing = standing(name);
          for (Migration migration : standing.edited()) {
            problems.add(Edit.read(database, standing, migration).problem());
          }
        });
  }
}
