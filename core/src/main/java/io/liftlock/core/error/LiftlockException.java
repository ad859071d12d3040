package io.liftlock.core.error;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one root of liftlock's exceptions. It carries problems as values; its message is made from
 * them once, here.
 */
public abstract sealed class LiftlockException extends RuntimeException
    permits UserError, StateError, DatabaseError, Bug {

  private final transient List<Problem> problems;

  LiftlockException(List<Problem> problems, @Nullable Throwable cause) {
    super(problems.stream().map(Problem::render).collect(Collectors.joining("\n")), cause);
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("an exception needs at least one problem");
    }
    this.problems = List.copyOf(problems);
  }

  /**
   * An exception of the kind that the first problem's code asks for.
   *
   * @param problems at least one
   * @param cause what was caught, or null
   */
  public static LiftlockException of(List<Problem> problems, @Nullable Throwable cause) {
    return switch (problems.get(0).code().kind()) {
      case USER -> new UserError(problems, cause);
      case FOUND, STATE, PARTIAL -> new StateError(problems, cause);
      case DATABASE -> new DatabaseError(problems, cause);
      case BUG -> new Bug(problems, cause);
    };
  }

  /** Everything that is wrong, at least one. */
  public final List<Problem> problems() {
    return problems;
  }

  /** The first problem's code. */
  public final ErrorCode code() {
    return problems.get(0).code();
  }

  /** The exit code of a command that ends with this. */
  public final int exitCode() {
    return code().kind().exitCode();
  }
}
