package io.liftlock.core.transfer;

import io.liftlock.core.schema.ObjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows to be written, in one transaction with their ledger row.
 *
 * @param table into which table of the target
 * @param columns into which of its columns, and in which form each arrives, in the tuples' order
 * @param format how the rows arrive
 * @param replaced rows that are deleted first, in the same transaction; null: none
 * @param nan what becomes of NaN where the target cannot store it
 */
public record RowLoad(
    ObjectId table,
    List<ReadColumn> columns,
    RowFormat format,
    @Nullable Range replaced,
    NotANumber nan) {

  /** Copies the columns. */
  public RowLoad {
    columns = List.copyOf(columns);
  }

  /** Rows of which none may hold a NaN that the target cannot store. */
  public RowLoad(
      ObjectId table, List<ReadColumn> columns, RowFormat format, @Nullable Range replaced) {
    this(table, columns, format, replaced, NotANumber.REFUSE);
  }
}
