package io.liftlock.core.plan;

import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.sql.Script;
import java.util.List;
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
 * @param reason why a person stamps, repairs, or runs it against the policy, or null
 * @param locks what statements will lock of what others can see, by 1-based ordinal; a statement
 *     that is not in it locks nothing of that kind, or nothing is known of it
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
    @Nullable String reason,
    Map<Integer, List<ExpectedLock>> locks) {

  /** Copies what is known of its locks. */
  public PlannedMigration {
    locks = Map.copyOf(locks);
  }

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
        reason,
        Map.of());
  }

  /** The same, with what a person said of the run, which the history keeps. */
  public PlannedMigration because(Optional<String> said) {
    return new PlannedMigration(
        migration,
        direction,
        execution,
        script,
        settings,
        timeouts,
        firstOrdinal,
        resumed,
        said.orElse(reason),
        locks);
  }

  /** The same, with what its statements will lock by 1-based ordinal. */
  public PlannedMigration withLocks(Map<Integer, List<ExpectedLock>> expected) {
    return new PlannedMigration(
        migration,
        direction,
        execution,
        script,
        settings,
        timeouts,
        firstOrdinal,
        resumed,
        reason,
        expected);
  }

  /** The configured database it is for. */
  public String database() {
    return migration.database();
  }
}
