package io.liftlock.core.database;

import io.liftlock.core.plan.Step;
import io.liftlock.core.report.StatementTrace;
import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Map;

/** Runs steps on a scratch database and sees what each of them locks, reads and writes. */
public interface LockProbe extends AutoCloseable {

  /**
   * Runs steps in one transaction and commits it; at the first failure it is rolled back. Where the
   * steps begin or end the transaction themselves, it is begun and ended as they say.
   *
   * @return one trace for each step that was begun, in order; none for those that begin and end the
   *     transaction
   */
  List<StatementTrace> together(List<Step> steps);

  /**
   * The relations that are there now, by name with schema, those of the system left out: of an
   * index its table, of any other itself.
   */
  Map<RelationName, RelationName> relations();

  /** Another session of the same database, such as an application has. */
  Visitor visitor();

  /** A session that runs statements one after the other, on a thread of its own. */
  interface Visitor extends AutoCloseable {

    /**
     * Runs a statement in a transaction of its own.
     *
     * @return how long it took, in microseconds
     * @throws StatementFailure where it failed
     */
    long run(Step step) throws StatementFailure;

    @Override
    void close();
  }

  /** Runs one step outside any transaction, watched by a second session. */
  StatementTrace alone(Step step);

  @Override
  void close();
}
