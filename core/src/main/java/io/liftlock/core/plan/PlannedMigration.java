package io.liftlock.core.plan;

import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.sql.Script;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One migration that will be run, taken back or recorded.
 *
 * @param migration which, and on which database
 * @param direction what is done
 * @param execution how it is run as a whole
 * @param script what runs; empty where only the history is written
 * @param settings parameters set for this migration only
 * @param timeouts the budgets of its statements, unless a step says otherwise
 * @param firstOrdinal the 1-based statement to begin with: 1, or more where a stopped run is
 *     resumed
 * @param resumed the batch of the run that is resumed, or null where nothing is
 * @param reason why a person stamps or repairs, or null
 */
public record PlannedMigration(
    Migration migration,
    Direction direction,
    Execution execution,
    Optional<Script> script,
    Map<String, String> settings,
    Timeouts timeouts,
    int firstOrdinal,
    @Nullable String resumed,
    @Nullable String reason) {

  /** A migration that is only recorded: nothing of it runs. */
  public static PlannedMigration recorded(
      Migration migration, Direction direction, Timeouts timeouts, @Nullable String reason) {
    return new PlannedMigration(
        migration,
        direction,
        Execution.RECORD_ONLY,
        Optional.empty(),
        Map.of(),
        timeouts,
        1,
        null,
        reason);
  }

  /** The configured database it is for. */
  public String database() {
    return migration.database();
  }
}
