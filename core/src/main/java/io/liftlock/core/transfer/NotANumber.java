package io.liftlock.core.transfer;

/** What becomes of NaN where a target cannot store it. */
public enum NotANumber {
  /** The copy is refused. */
  REFUSE,
  /** The text {@code NaN} is stored. */
  TEXT,
  /** NULL is stored. */
  NULL
}
