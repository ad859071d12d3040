package io.liftlock.core.event;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.LockHolder;
import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.report.Standstill;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that happened, said once. */
public sealed interface Event
    permits Event.LockAwaited,
        Event.LockAcquired,
        Event.MigrationStarted,
        Event.StepFinished,
        Event.BlockersSeen,
        Event.TransactionRetried,
        Event.BlockerEnded,
        Event.StatementReconciled,
        Event.MigrationFinished,
        Event.TablesAnalyzed,
        Event.Warned,
        Event.StandstillForeseen,
        TransferEvent {

  /** The configured database it happened on. */
  String database();

  /** Gives each case its answer; a new case breaks every place that forgot it. */
  <R> R match(Cases<R> cases);

  /** One answer per case. */
  interface Cases<R> {
    R lockAwaited(LockAwaited event);

    R lockAcquired(LockAcquired event);

    R migrationStarted(MigrationStarted event);

    R stepFinished(StepFinished event);

    R blockersSeen(BlockersSeen event);

    R transactionRetried(TransactionRetried event);

    R blockerEnded(BlockerEnded event);

    R statementReconciled(StatementReconciled event);

    R migrationFinished(MigrationFinished event);

    R tablesAnalyzed(TablesAnalyzed event);

    R warned(Warned event);

    R standstillForeseen(StandstillForeseen event);

    R transferred(TransferEvent event);
  }

  /** Another run holds the migration lock; this one waits. Told once per holder. */
  record LockAwaited(String database, LockHolder holder) implements Event {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.lockAwaited(this);
    }
  }

  /** The migration lock was taken, after a wait. */
  record LockAcquired(String database, Duration waited) implements Event {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.lockAcquired(this);
    }
  }

  /** A migration began. */
  record MigrationStarted(PlannedMigration planned, int position, int total) implements Event {
    @Override
    public String database() {
      return planned.database();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.migrationStarted(this);
    }
  }

  /** A statement ended well. */
  record StepFinished(PlannedMigration planned, Step step, long rows, long durationMs)
      implements Event {
    @Override
    public String database() {
      return planned.database();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.stepFinished(this);
    }
  }

  /**
   * Others hold for long what a transaction will lock, or a standby is far behind: the transaction
   * is not begun yet, so that nobody queues behind it. Told once for the same sessions.
   *
   * @param replicaLag how far the slowest standby is behind, where that is what is waited for
   */
  record BlockersSeen(
      PlannedMigration planned, List<Blocker> blockers, Optional<Duration> replicaLag)
      implements Event {
    @Override
    public String database() {
      return planned.database();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.blockersSeen(this);
    }
  }

  /**
   * A session that was in the way was asked to end, as the policy of the environment allows.
   *
   * @param terminated whether all of it, not only its current statement
   * @param taken whether the server took the request
   */
  record BlockerEnded(PlannedMigration planned, Blocker blocker, boolean terminated, boolean taken)
      implements Event {
    @Override
    public String database() {
      return planned.database();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.blockerEnded(this);
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

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.transactionRetried(this);
    }
  }

  /** The catalog was asked about a statement that was in flight when its run ended. */
  record StatementReconciled(
      String database, String version, int ordinal, String verdict, String because)
      implements Event {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.statementReconciled(this);
    }
  }

  /** A migration was wholly done. */
  record MigrationFinished(Outcome.Finished finished) implements Event {
    @Override
    public String database() {
      return finished.planned().database();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.migrationFinished(this);
    }
  }

  /** Statistics of tables were refreshed. */
  record TablesAnalyzed(String database, List<String> tables) implements Event {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.tablesAnalyzed(this);
    }
  }

  /** What is about to run will keep the application waiting. */
  record StandstillForeseen(String database, Standstill standstill) implements Event {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.standstillForeseen(this);
    }
  }

  /** Something a person should know; the run goes on. */
  record Warned(String database, Problem problem) implements Event {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.warned(this);
    }
  }
}
