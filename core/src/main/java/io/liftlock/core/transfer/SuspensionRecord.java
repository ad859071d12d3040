package io.liftlock.core.transfer;

/**
 * What the ledger knows of something that was suspended.
 *
 * @param ordinal counted from 0 within the copy
 * @param suspension what, and how it comes back
 * @param statementsDone how many statements of the restoration are done
 */
public record SuspensionRecord(int ordinal, Suspension suspension, int statementsDone) {

  /** Whether it is back. */
  public boolean isRestored() {
    return statementsDone == suspension.restoration().size();
  }
}
