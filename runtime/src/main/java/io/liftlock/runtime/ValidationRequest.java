package io.liftlock.runtime;

import io.liftlock.core.migration.MigrationId;
import io.liftlock.engine.proof.RowSeeder;
import java.util.Optional;

/**
 * What is to be proven, and with which rows.
 *
 * @param scope which migrations
 * @param since for {@link Scope#SINCE}: the migration behind which those stand that are proven
 * @param rows how many rows each table gets; 0 for none, own rows left out as well
 * @param seed what the values of the rows follow from
 */
public record ValidationRequest(Scope scope, Optional<MigrationId> since, int rows, long seed) {

  /** Which migrations are proven; all others that come before them only run. */
  public enum Scope {
    ALL,
    /** Those that do not come before a migration and are not it. */
    SINCE,
    /** Those that the database does not have yet. */
    PENDING
  }

  /** Every migration, with the usual rows. */
  public static final ValidationRequest ALL =
      new ValidationRequest(Scope.ALL, Optional.empty(), RowSeeder.DEFAULT_ROWS, 1);
}
