package io.liftlock.engine.transfer.compare;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import java.util.List;

/** What a comparison ends with when somebody wants its thread to stop. */
final class Interruption {

  private Interruption() {}

  /** The exception to throw; the thread's interrupt flag is set again. */
  static LiftlockException told() {
    Thread.currentThread().interrupt();
    return LiftlockException.of(
        List.of(
            Problem.error(ErrorCode.COPY_STOPPED, "the comparison was stopped before its end")
                .action("run the same command again; it changes nothing in either database")),
        null);
  }
}
