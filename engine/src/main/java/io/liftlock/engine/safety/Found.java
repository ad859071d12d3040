package io.liftlock.engine.safety;

import io.liftlock.core.report.Finding;
import java.util.Comparator;

/**
 * A finding and where it belongs among the others of its script.
 *
 * @param ordinal of the statement; those of the whole migration come first with 0
 * @param at offset in the statement
 * @param finding what was found
 */
record Found(int ordinal, int at, Finding finding) {

  /** As people read a file; findings of one place by their rules' names. */
  static final Comparator<Found> ORDER =
      Comparator.comparingInt(Found::ordinal)
          .thenComparingInt(Found::at)
          .thenComparing(found -> found.finding().rule());
}
