package io.liftlock.postgres;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Tuple;

/**
 * What the server answered to one statement of a message.
 *
 * @param tag the command tag, {@code SELECT} where rows came
 * @param count how many rows it touched, or -1 where it does not say
 * @param rows the rows in text form, empty for everything but queries
 */
record Reply(String tag, long count, List<Tuple> rows) {

  /** A field as text, or null for SQL's NULL. */
  @Nullable String text(int row, int column) {
    byte[] value = rows.get(row).get(column);
    return value == null ? null : new String(value, StandardCharsets.UTF_8);
  }

  /** A field that is never NULL. */
  String required(int row, int column) {
    String value = text(row, column);
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }

  /** Whether a boolean field is true. */
  boolean isTrue(int row, int column) {
    return "t".equals(text(row, column));
  }
}
