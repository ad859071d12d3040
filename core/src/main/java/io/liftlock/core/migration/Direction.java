package io.liftlock.core.migration;

import java.util.Locale;

/** What a history entry did to its migration. */
public enum Direction {
  /** The up script ran. */
  UP,
  /** The rollback ran, or a stamp took the migration out of the applied ones. */
  DOWN,
  /** Marked as applied, nothing ran. */
  STAMP,
  /** The recorded checksum or the progress was corrected, nothing ran. */
  REPAIR,
  /** Taken over from another tool's history, nothing ran. */
  ADOPT;

  /** The word in the history table. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The direction of a word in the history table. */
  public static Direction ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
