package io.liftlock.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fault of liftlock's own. */
public final class Bug extends LiftlockException {

  Bug(List<Problem> problems, @Nullable Throwable cause) {
    super(problems, cause);
  }

  /** What was assumed and did not hold. */
  public Bug(String message, @Nullable Throwable cause) {
    super(
        List.of(
            Problem.error(ErrorCode.BUG, message)
                .action("please report it, with the command and the output of: liftlock version")),
        cause);
  }

  /** What was assumed and did not hold. */
  public Bug(String message) {
    this(message, null);
  }
}
