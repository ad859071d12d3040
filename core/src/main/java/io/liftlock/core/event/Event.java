package io.liftlock.core.event;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.LockHolder;
import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.report.Outcome;
import java.time.Duration;
import java.util.List;

/** Something that happened, said once. */
public sealed interface Event {

  /** The configured database it happened on. */
  String database();

  /** Another run holds the migration lock; this one waits. Told once per holder. */
  record LockAwaited(String database, LockHolder holder) implements Event {}

  /** The migration lock was taken, after a wait. */
  record LockAcquired(String database, Duration waited) implements Event {}

  /** A migration began. */
  record MigrationStarted(PlannedMigration planned, int position, int total) implements Event {
    @Override
    public String database() {
      return planned.database();
    }
  }

  /** A statement ended well. */
  record StepFinished(PlannedMigration planned, Step step, long rows, long durationMs)
      implements Event {
    @Override
    public String database() {
      return planned.database();
    }
  }

  /** A lock was not granted in time; the transaction is tried again after a pause. */
  record TransactionRetried(
      PlannedMigration planned, int attempt, Duration pause, List<Blocker> blockers)
      implements Event {
    @Override
    public String database() {
      return planned.database();
    }
  }

  /** What was begun by an earlier run was looked at in the catalog. */
  record StatementReconciled(PlannedMigration planned, Step step, String verdict, String because)
      implements Event {
    @Override
    public String database() {
      return planned.database();
    }
  }

  /** A migration was wholly done. */
  record MigrationFinished(Outcome.Finished finished) implements Event {
    @Override
    public String database() {
      return finished.planned().database();
    }
  }

  /** Statistics of tables were refreshed. */
  record TablesAnalyzed(String database, List<String> tables) implements Event {}

  /** Something a person should know; the run goes on. */
  record Warned(String database, Problem problem) implements Event {}
}
