package io.liftlock.core.database;

import io.liftlock.core.migration.Cancellation;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.LockRecord;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Step;
import java.time.Duration;
import java.util.List;

/** One thing that a transaction does. */
public sealed interface Work {

  /** Gives each case its answer; a new case breaks every place that forgot it. */
  <R> R match(Cases<R> cases);

  /** One answer per case. */
  interface Cases<R> {
    R run(Step step);

    R append(HistoryEntry entry);

    R remember(StatementRecord record);

    R lock(Lock lock);

    R note(Cancellation cancellation);
  }

  /** Runs a statement. */
  record Run(Step step) implements Work {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.run(step);
    }
  }

  /** Appends a row to the history. */
  record Append(HistoryEntry entry) implements Work {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.append(entry);
    }
  }

  /**
   * Writes what is remembered of a statement: a new row, or a newer state of the one of its run.
   */
  record Remember(StatementRecord record) implements Work {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.remember(record);
    }
  }

  /**
   * Takes locks on tables, sorted by name, before the first statement that needs one of them, and
   * writes down at the end of the transaction how long each was waited for and held. What is no
   * table, or cannot be locked by this role, is left to the statements. Does nothing where the
   * database has no such locks.
   *
   * @param locks each table once, with its strongest mode; {@link LockRecord#waitedMs} is what
   *     earlier tries have lost
   * @param before the statement in front of which it stands
   * @param patience how long all of them together may take, and from there on every single lock of
   *     the transaction; never zero
   * @param hold how long they may be held before statements are cancelled; zero means no limit
   */
  record Lock(List<LockRecord> locks, Step before, Duration patience, Duration hold)
      implements Work {

    /** Copies what it is given. */
    public Lock {
      locks = List.copyOf(locks);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.lock(this);
    }
  }

  /** Writes down that a session was asked to give way. */
  record Note(Cancellation cancellation) implements Work {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.note(cancellation);
    }
  }
}
