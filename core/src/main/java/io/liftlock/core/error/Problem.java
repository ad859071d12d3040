package io.liftlock.core.error;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong: what, where, and what to do next. Never holds a secret or a row's value.
 *
 * @param code the stable name
 * @param severity whether it stops the command
 * @param message what is wrong and why, one or more lines, without a final full stop
 * @param place where, or null where no file is concerned
 * @param action what to do next, or null where nothing sensible can be said
 */
public record Problem(
    ErrorCode code,
    Severity severity,
    String message,
    @Nullable Place place,
    @Nullable String action) {

  /** Whether a problem stops the command. */
  public enum Severity {
    /** Stops the command. */
    ERROR,
    /** Is told, and the command goes on. */
    WARNING
  }

  /** An error without a place or an action. */
  public static Problem error(ErrorCode code, String message) {
    return new Problem(code, Severity.ERROR, message, null, null);
  }

  /** A warning without a place or an action. */
  public static Problem warning(ErrorCode code, String message) {
    return new Problem(code, Severity.WARNING, message, null, null);
  }

  /** The same problem at a place. */
  public Problem at(@Nullable Place newPlace) {
    return new Problem(code, severity, message, newPlace, action);
  }

  /** The same problem with the next action. */
  public Problem action(@Nullable String newAction) {
    return new Problem(code, severity, message, place, newAction);
  }

  /** Whether it stops the command. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The problem as people read it: code and message, then {@code at} and {@code do} lines. */
  public String render() {
    StringBuilder text = new StringBuilder();
    String indent = " ".repeat(2);
    text.append(code.name()).append(indent).append(message.replace("\n", "\n" + indent));
    if (place != null) {
      text.append("\n  at   ").append(place);
    }
    if (action != null) {
      text.append("\n  do   ").append(action.replace("\n", "\n       "));
    }
    return text.toString();
  }
}
