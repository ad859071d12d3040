package io.liftlock.core.plan;

/** How a migration is run as a whole. */
public enum Execution {
  /** Everything and its history row in one transaction. */
  ONE_TRANSACTION,
  /**
   * Statements that may run in a transaction do, together with their progress rows; only the others
   * run bare.
   */
  SEGMENTS,
  /** The script has its own BEGIN and COMMIT; progress rows are written just before each COMMIT. */
  AS_WRITTEN,
  /** Nothing runs, only the history is written. */
  RECORD_ONLY
}
