package io.liftlock.engine.run;

import io.liftlock.core.plan.PlannedMigration;

/** One way to run a migration as a whole. */
interface MigrationExecution {

  /** Runs it; what goes wrong is a result. */
  MigrationResult run(PlannedMigration planned);
}
