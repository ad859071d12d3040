package io.liftlock.core.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad a finding is, from the mildest. */
public enum Severity {
  /** Good to know when a schema is designed; not told unless asked for. */
  ADVICE,
  /** Dangerous under circumstances that cannot be seen from here. */
  WARNING,
  /** Blocks, breaks or loses something on a database in use. */
  ERROR;

  /** The word in output and configuration: {@code error}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity that a word names. */
  public static Optional<Severity> of(String word) {
    return Arrays.stream(values()).filter(severity -> severity.word().equals(word)).findFirst();
  }
}
