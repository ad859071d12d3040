package io.liftlock.core.plan;

/** Where a statement runs. */
public enum Placement {
  /** In a transaction that the runner opens, together with the rows that remember it. */
  INSIDE,
  /** On its own, outside any transaction. */
  OUTSIDE,
  /** As written, in whatever transaction the script itself has opened. */
  AS_WRITTEN
}
