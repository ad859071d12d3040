package io.liftlock.postgres.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One-dimensional arrays without NULL, read as the server prints them: {@code {a,"b c"}}. */
public final class ArrayText {

  private ArrayText() {}

  /** An expression of type {@code text[]} that holds these values. */
  public static String expression(List<String> values) {
    return values.stream()
        .map(Quoted::literal)
        .collect(Collectors.joining(", ", "ARRAY[", "]::pg_catalog.text[]"));
  }

  /**
   * The elements, in order.
   *
   * @throws IllegalArgumentException where the text is no array
   */
  public static List<String> values(String text) {
    int end = text.length() - 1;
    if (end < 1 || text.charAt(0) != '{' || text.charAt(end) != '}') {
      throw new IllegalArgumentException("not an array: " + text);
    }
    List<String> values = new ArrayList<>();
    if (end == 1) {
      return values;
    }
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 1; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        value.append(text.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString());
    return values;
  }
}
