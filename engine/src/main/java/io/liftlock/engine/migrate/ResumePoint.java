package io.liftlock.engine.migrate;

import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.MigrationId;

/**
 * Where a migration goes on that an earlier run left half-way.
 *
 * @param database the configured name
 * @param id which migration
 * @param direction which way it was going
 * @param ordinal the 1-based statement to go on with; 1 where nothing stayed of what was begun
 * @param batch the run that left it
 */
public record ResumePoint(
    String database, MigrationId id, Direction direction, int ordinal, String batch) {

  /** Whether something of the earlier run stays in the database. */
  public boolean isPartly() {
    return ordinal > 1;
  }
}
