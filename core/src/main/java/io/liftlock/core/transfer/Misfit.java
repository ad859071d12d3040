package io.liftlock.core.transfer;

import io.liftlock.core.schema.ObjectId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that cannot travel in the form that its column asks for. It names the row and never shows
 * the value.
 *
 * @param table the source's table
 * @param rowid the row's number; null in tables without
 * @param key the row's primary key, empty where it has none; never to be printed in an error
 * @param column the column
 * @param form what was asked for
 * @param because what was found instead, as in {@code text that is no number}
 */
public record Misfit(
    ObjectId table, @Nullable Long rowid, Key key, String column, FieldForm form, String because) {

  /** The row's number. */
  public Optional<Long> number() {
    return Optional.ofNullable(rowid);
  }

  /** Table, row, column and what was found, for people. */
  public String described() {
    return table.qualified()
        + number().map(n -> ", rowid " + n).orElse("")
        + ", column "
        + column
        + ": "
        + because;
  }
}
