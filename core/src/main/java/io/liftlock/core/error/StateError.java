package io.liftlock.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a database, or of another run, forbids it. */
public final class StateError extends LiftlockException {

  /** With everything that is wrong, at least one problem. */
  public StateError(List<Problem> problems, @Nullable Throwable cause) {
    super(problems, cause);
  }

  /** With the one thing that is wrong. */
  public StateError(Problem problem) {
    super(List.of(problem), null);
  }

  /** With the one thing that is wrong and what was caught. */
  public StateError(Problem problem, @Nullable Throwable cause) {
    super(List.of(problem), cause);
  }
}
