package io.liftlock.core.report;

import org.jspecify.annotations.Nullable;

/**
 * What one check found.
 *
 * @param name what was checked, in a few words
 * @param state how it ended; a check that could not be made says so and never counts as passed
 * @param detail what was seen
 * @param action what to do about it, or null
 */
public record CheckResult(String name, State state, String detail, @Nullable String action) {

  /** How a check ended. */
  public enum State {
    PASSED,
    WARNED,
    FAILED,
    /** The check could not be made. */
    UNKNOWN
  }

  /** It passed. */
  public static CheckResult passed(String name, String detail) {
    return new CheckResult(name, State.PASSED, detail, null);
  }

  /** Something a person should know. */
  public static CheckResult warned(String name, String detail, String action) {
    return new CheckResult(name, State.WARNED, detail, action);
  }

  /** It failed. */
  public static CheckResult failed(String name, String detail, String action) {
    return new CheckResult(name, State.FAILED, detail, action);
  }

  /** It could not be made. */
  public static CheckResult unknown(String name, String detail) {
    return new CheckResult(name, State.UNKNOWN, detail, null);
  }
}
