package io.liftlock.postgres.link;

import io.liftlock.postgres.sql.ArrayText;
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
public record Reply(String tag, long count, List<Tuple> rows) {

  /** A field as text, or null for SQL's NULL. */
  public @Nullable String text(int row, int column) {
    byte[] value = rows.get(row).get(column);
    return value == null ? null : new String(value, StandardCharsets.UTF_8);
  }

  /** A field that is never NULL. */
  public String required(int row, int column) {
    String value = text(row, column);
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }

  /** Whether a boolean field is true. */
  public boolean isTrue(int row, int column) {
    byte[] value = rows.get(row).get(column);
    return value != null && value.length == 1 && value[0] == 't';
  }

  /** The values of an array field without NULL, in order; none where the field is NULL. */
  public List<String> list(int row, int column) {
    String text = text(row, column);
    return text == null ? List.of() : ArrayText.values(text);
  }

  /** A whole number that is never NULL, read without making a text of it first. */
  public long number(int row, int column) {
    byte[] value = rows.get(row).get(column);
    if (value == null || value.length == 0) {
      throw new IllegalStateException("column " + column + " is null");
    }
    boolean negative = value[0] == '-';
    long number = 0;
    for (int i = negative ? 1 : 0; i < value.length; i++) {
      if (value[i] < '0' || value[i] > '9') {
        throw new IllegalStateException("column " + column + " is not a number");
      }
      // Counting downwards, so that the lowest number has its place.
      number = number * 10 - (value[i] - '0');
    }
    return negative ? number : -number;
  }
}
