package io.liftlock.postgres.inspect;

import io.liftlock.postgres.sql.ArrayText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that a query gave, in text form. */
public interface Rows {

  /** How many. */
  int size();

  /** A field, 0-based, or null for SQL's NULL. */
  @Nullable String text(int row, int column);

  /** A field that is never NULL. */
  default String required(int row, int column) {
    String text = text(row, column);
    if (text == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return text;
  }

  /** Whether a boolean field is true. */
  default boolean isTrue(int row, int column) {
    return "t".equals(text(row, column));
  }

  /** A number that is never NULL. */
  default long number(int row, int column) {
    return Long.parseLong(required(row, column));
  }

  /** The values of an array field, in order; none where the field is NULL. */
  default List<String> list(int row, int column) {
    String text = text(row, column);
    return text == null ? List.of() : ArrayText.values(text);
  }

  /** The values of an array field whose order means nothing, in normal order. */
  default List<String> sorted(int row, int column) {
    return list(row, column).stream().sorted().toList();
  }
}
