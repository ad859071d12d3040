package io.liftlock.core.report;

import io.liftlock.core.schema.ObjectId;
import java.util.List;

/**
 * A table whose rows are not what they were.
 *
 * @param table which
 * @param before how many rows it had
 * @param after how many it has; none where it is gone
 * @param columns those whose values may be concerned, as far as that can be told
 */
public record RowChange(ObjectId table, long before, long after, List<String> columns) {

  /** Copies the list. */
  public RowChange {
    columns = List.copyOf(columns);
  }

  /** How many rows are gone, as far as their number tells. */
  public long lost() {
    return Math.max(0, before - after);
  }

  /** {@code public.users: 2 of 5 rows are gone}. */
  @Override
  public String toString() {
    String what;
    if (after < before) {
      what = "%d of %d rows are gone".formatted(before - after, before);
    } else if (after > before) {
      what = "%d rows have become %d".formatted(before, after);
    } else {
      what = "values of %d rows are not what they were".formatted(before);
    }
    String where = columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")";
    return table.qualified() + ": " + what + where;
  }
}
