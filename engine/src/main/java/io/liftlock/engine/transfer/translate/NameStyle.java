package io.liftlock.engine.transfer.translate;

/** How names are written that one kind of database takes for equal and the other does not. */
public enum NameStyle {
  /**
   * In lower case: what PostgreSQL makes of a name without quotes, so that queries work unchanged
   * that were written without.
   */
  FOLDED,
  /** As they stand in the source; in PostgreSQL those with capitals need quotes everywhere. */
  KEPT
}
