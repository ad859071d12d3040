package io.liftlock.core.plan;

/** Where a statement runs, and what it does to a transaction of the script's own. */
public enum Placement {
  /** In a transaction, together with the row that remembers it. */
  INSIDE,
  /** On its own, outside any transaction. */
  OUTSIDE,
  /** Opens a transaction of the script's own. */
  BEGIN,
  /** Commits a transaction of the script's own. */
  COMMIT,
  /** Gives up a transaction of the script's own. */
  ROLLBACK
}
