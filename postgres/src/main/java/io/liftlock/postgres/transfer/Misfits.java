package io.liftlock.postgres.transfer;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;

/**
 * Refuses values that a column cannot hold, without showing them.
 *
 * @param table the target's table
 * @param column one of its columns
 */
record Misfits(ObjectId table, TypedColumn column) {

  /** Refuses a value unless it fits. */
  void unless(boolean fits, String because) {
    if (!fits) {
      throw refused(because);
    }
  }

  /** The refusal. */
  StateError refused(String because) {
    return new StateError(
        Problem.error(
                ErrorCode.VALUES_MISFIT,
                "a value does not fit column %s of %s, which is %s: %s"
                    .formatted(column.name(), table.qualified(), column.type(), because))
            .action(
                "correct the row in the source, or give the column a wider type with --map-type"));
  }
}
