package io.liftlock.engine.transfer.compare;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;

/** What is said of a row that differs and that no statement can mend. */
final class NotMendable {

  private NotMendable() {}

  static StateError tooLong(long length) {
    return new StateError(
        Problem.error(
                ErrorCode.ROW_TOO_LARGE,
                "a row that differs has a value of length " + length + ", too long for a statement")
            .action("copy the table anew, or compare without --repair-sql"));
  }

  static StateError withoutKey(ObjectId table) {
    return new StateError(
        Problem.error(
                ErrorCode.TABLE_NOT_COMPARED,
                "a row of "
                    + table.qualified()
                    + " that differs has NULL in its primary key, so no statement can name it")
            .action("give these rows a key, or compare without --repair-sql"));
  }
}
