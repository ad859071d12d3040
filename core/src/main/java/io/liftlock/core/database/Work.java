package io.liftlock.core.database;

import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Step;

/** One thing that a transaction does. */
public sealed interface Work {

  /** Gives each case its answer; a new case breaks every place that forgot it. */
  <R> R match(Cases<R> cases);

  /** One answer per case. */
  interface Cases<R> {
    R run(Step step);

    R append(HistoryEntry entry);

    R remember(StatementRecord record);
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
}
