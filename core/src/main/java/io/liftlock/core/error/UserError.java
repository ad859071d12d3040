package io.liftlock.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files, flags or configuration are wrong. */
public final class UserError extends LiftlockException {

  /** With everything that is wrong, at least one problem. */
  public UserError(List<Problem> problems, @Nullable Throwable cause) {
    super(problems, cause);
  }

  /** With the one thing that is wrong. */
  public UserError(Problem problem) {
    super(List.of(problem), null);
  }

  /** With the one thing that is wrong and what was caught. */
  public UserError(Problem problem, @Nullable Throwable cause) {
    super(List.of(problem), cause);
  }
}
