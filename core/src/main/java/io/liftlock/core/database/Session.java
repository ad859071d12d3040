package io.liftlock.core.database;

import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The one connection that does the work of a run. Not safe for use by several threads. Every method
 * throws {@link io.liftlock.core.error.DatabaseError} for what cannot be decided upon.
 */
public interface Session {

  /**
   * Sets the budgets and parameters of what follows, until the next call.
   *
   * @param timeouts the budgets of every following statement
   * @param settings parameters by name; those of the call before are reset first
   * @throws StatementFailure where the server does not take a setting
   */
  void configure(Timeouts timeouts, Map<String, String> settings) throws StatementFailure;

  /**
   * Does all of it in one transaction, or nothing. Before it commits, it is certain that this
   * runner still holds the migration lock, where it took it.
   *
   * @param work gives the same each time it is walked through, which may be more than once: to look
   *     ahead, or to begin anew; it need not fit into memory
   * @return one result for each {@link Work.Run}, in order
   * @throws StatementFailure where it was rolled back, or, with {@link
   *     StatementFailure.Reason#CONNECTION}, where that is not known
   */
  List<StepResult> atomically(Iterable<Work> work) throws StatementFailure;

  /**
   * Runs one statement just as it stands, outside any transaction or in the one that earlier
   * statements have opened.
   */
  StepResult run(Step step) throws StatementFailure;

  /**
   * Writes rows in the transaction that statements have opened; {@link Work.Run} is not allowed.
   */
  void write(List<Work> rows) throws StatementFailure;

  /** Whether statements have opened a transaction that is not ended. */
  boolean inTransaction();

  /** Ends an open transaction without keeping it; does nothing where there is none. */
  void rollback();

  /**
   * Says that a script has ended which appends nothing to the history: what it set for itself does
   * not hold for the next one.
   */
  void endScript();

  /**
   * How long the server waits for a lock before it looks for a deadlock, or cancels an autovacuum
   * that stands in the way; zero where it does neither.
   */
  default Duration deadlockTimeout() {
    return Duration.ZERO;
  }

  /**
   * Refreshes the statistics of tables; names as they stand in the statements that changed them.
   */
  void analyze(List<String> tables) throws StatementFailure;
}
