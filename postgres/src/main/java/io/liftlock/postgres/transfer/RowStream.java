package io.liftlock.postgres.transfer;

import io.liftlock.core.database.RowSink;

/** Where a chunk's rows go, in the form in which the engine hands them over. */
interface RowStream extends RowSink {

  /**
   * There are no more.
   *
   * @return how many rows the server took
   */
  long end();

  /** They are not wanted any more; what was sent is undone with the transaction. */
  void abandon();
}
