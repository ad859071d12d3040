package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.engine.migrate.Edit;
import io.liftlock.engine.migrate.Repairer;
import io.liftlock.engine.migrate.StatusReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Corrects what histories say, by a person's word. Never runs a migration. */
public final class Repairs {

  private final OpenProject open;

  Repairs(OpenProject open) {
    this.open = open;
  }

  /** Migrations that are not as they ran, each with its differences in words. */
  public List<Problem> differences() {
    return new StatusReader(open.migrations())
        .read(open.databases()).stream()
            .flatMap(status -> status.edits().stream())
            .map(Edit::problem)
            .toList();
  }

  /**
   * Takes a file as it is now for what ran, on every database that it is applied to.
   *
   * @param reason why that is right; kept in the history
   * @return the databases whose history was corrected
   */
  public List<String> accept(MigrationId id, String reason) {
    List<String> accepted = new ArrayList<>();
    for (Migration migration : open.migrations().graph().at(id)) {
      Database database = open.databases().get(migration.database());
      if (database != null) {
        repairer().accept(database, migration, reason);
        accepted.add(database.name());
      }
    }
    return List.copyOf(accepted);
  }

  /** What a person saw of a statement that was in flight. */
  public enum Seen {
    DONE,
    NOT_DONE
  }

  /**
   * Says whether a statement took effect that was in flight when a run died.
   *
   * @param statement 1-based
   * @param reason kept in the history
   * @return the database it was on
   */
  public String settle(MigrationId id, int statement, Seen seen, String reason) {
    for (Map.Entry<String, Database> entry : open.databases().entrySet()) {
      Database database = entry.getValue();
      boolean here =
          database.history().read().stopped().filter(at -> at.id().equals(id)).isPresent();
      if (here) {
        repairer()
            .settle(
                database,
                id.toString(),
                statement,
                seen == Seen.DONE ? Repairer.Word.DONE : Repairer.Word.NOT_DONE,
                reason);
        return entry.getKey();
      }
    }
    throw new StateError(
        Problem.error(ErrorCode.MIGRATION_BLOCKED, "migration " + id + " did not stop half-way")
            .action("liftlock status shows what did"));
  }

  private Repairer repairer() {
    return new Repairer(open.options(RunRequest.up()), open.timing(), open.listener());
  }
}
