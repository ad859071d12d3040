package io.liftlock.core.transfer;

import io.liftlock.core.schema.ObjectId;
import java.util.List;

/**
 * Rows to be read.
 *
 * @param table of which table; inheriting tables' rows are not its own, partitions' rows are
 * @param range which of them
 * @param columns what of them, in this order
 * @param format how they travel
 */
public record RowQuery(ObjectId table, Range range, List<ReadColumn> columns, RowFormat format) {

  /** Copies the columns. */
  public RowQuery {
    columns = List.copyOf(columns);
  }
}
