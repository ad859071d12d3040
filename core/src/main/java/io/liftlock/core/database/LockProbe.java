package io.liftlock.core.database;

import io.liftlock.core.plan.Step;
import io.liftlock.core.report.StatementTrace;
import java.util.List;

/** Runs steps on a scratch database and sees what each of them locks, reads and writes. */
public interface LockProbe extends AutoCloseable {

  /**
   * Runs steps in one transaction and commits it; at the first failure it is rolled back.
   *
   * @return one trace for each step that was begun, in order
   */
  List<StatementTrace> together(List<Step> steps);

  /** Runs one step outside any transaction, watched by a second session. */
  StatementTrace alone(Step step);

  @Override
  void close();
}
