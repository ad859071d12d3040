package io.liftlock.engine.transfer;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a copy that has begun can end before its end. */
final class Endings {

  /** What is nobody's half-done work: another run has it, or the fault is liftlock's own. */
  private static final Set<ErrorCode> AS_THEY_ARE =
      Set.of(ErrorCode.COPY_RUNNING, ErrorCode.COPY_STOPPED, ErrorCode.BUG);

  private static final String AGAIN =
      "run the same command again: it continues at the first chunk that is not done; or give it up"
          + " with the same command and `--abandon`";

  private Endings() {}

  /** Another run has ended this copy. */
  static StateError taken() {
    return new StateError(
        Problem.error(
                ErrorCode.COPY_RUNNING,
                "the target's ledger no longer holds this copy as one that is under way: another"
                    + " run has ended it")
            .action("run the same command again: it finds out what took effect"));
  }

  /** It stopped half-way. */
  static LiftlockException stopped(Throwable cause, Board board) {
    if (cause instanceof LiftlockException told) {
      if (AS_THEY_ARE.contains(told.code())) {
        return told;
      }
      List<Problem> problems = new ArrayList<>();
      problems.add(problem(board, told.problems().get(0).message()));
      problems.addAll(told.problems());
      return new StateError(problems, told);
    }
    if (cause instanceof InterruptedException) {
      return new StateError(problem(board, "somebody asked it to stop"), cause);
    }
    if (cause instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    if (cause instanceof Error fatal) {
      throw fatal;
    }
    throw new IllegalStateException(cause);
  }

  private static Problem problem(Board board, String why) {
    long all = board.chunks().size();
    long done = board.chunks().stream().filter(chunk -> chunk.isDone()).count();
    return Problem.error(
            ErrorCode.COPY_STOPPED,
            "the copy stopped with %d of %d chunks done: %s".formatted(done, all, why))
        .action(AGAIN);
  }
}
