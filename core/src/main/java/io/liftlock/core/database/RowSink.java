package io.liftlock.core.database;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.transfer.Misfit;

/** Takes rows as bytes, in pieces of any size, so that no row need fit into memory. */
public interface RowSink {

  /**
   * The next bytes of the row that is being written.
   *
   * @param bytes may be used again as soon as this returns
   * @throws io.liftlock.core.error.DatabaseError where they cannot be taken
   */
  void write(byte[] bytes, int offset, int length);

  /** The row is whole. */
  void endRow();

  /**
   * A row cannot be read in the forms that were asked for. Nothing of it was written; where this
   * returns, the row is left out and the next one follows. A sink that wraps another one hands it
   * on.
   *
   * @throws StateError with VALUES_MISFIT unless the sink knows where to put such rows
   */
  default void misfit(Misfit misfit) {
    throw new StateError(
        Problem.error(
                ErrorCode.VALUES_MISFIT,
                "a value does not fit the type that its column is to have: " + misfit.described())
            .action(
                "correct the row in the source, choose another type for the column with --map-type,"
                    + " or set such rows aside with --reject-file"));
  }
}
