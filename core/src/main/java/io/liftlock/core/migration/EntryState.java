package io.liftlock.core.migration;

import java.util.Locale;

/** How far the work of a history entry, or of one statement, has come. */
public enum EntryState {
  STARTED,
  DONE,
  FAILED;

  /** The word in the history table. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a word in the history table. */
  public static EntryState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
