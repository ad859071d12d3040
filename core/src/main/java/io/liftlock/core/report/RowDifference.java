package io.liftlock.core.report;

import io.liftlock.core.transfer.Key;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one row differs. Keys and values are rows' values: they are shown only where a person asks
 * for them.
 *
 * @param key the row's key; empty for a table without one
 * @param kind what differs
 * @param column which column; null where the whole row is concerned
 * @param valueA A's value as text; null where it is NULL or the row is not there
 * @param valueB B's value likewise
 * @param copies how many equal rows are concerned; 1 where there is a key
 */
public record RowDifference(
    Key key,
    Kind kind,
    @Nullable String column,
    @Nullable String valueA,
    @Nullable String valueB,
    long copies) {

  /** What can differ. */
  public enum Kind {
    /** The row is in A and not in B. */
    MISSING,
    /** The row is in B and not in A. */
    EXTRA,
    /** Both have the row, and one column's values differ. */
    VALUE;

    /** The word in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
