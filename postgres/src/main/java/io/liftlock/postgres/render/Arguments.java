package io.liftlock.postgres.render;

import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a routine as {@code pg_get_function_arguments} prints them.
 *
 * @param list each one, in order
 */
record Arguments(List<Argument> list) {

  private static final String DEFAULT = " DEFAULT ";

  /**
   * One argument.
   *
   * @param head mode, name and type
   * @param hasDefault whether a call may leave it out
   */
  record Argument(String head, boolean hasDefault) {

    static Argument of(String text) {
      // A name that holds this word is quoted, with the quote right before or behind the blanks.
      int at = topLevel(text, DEFAULT);
      return new Argument(at < 0 ? text : text.substring(0, at), at >= 0);
    }
  }

  /** The arguments of a function or procedure. */
  static Arguments of(SchemaObject routine) {
    List<Argument> list = new ArrayList<>();
    String rest = routine.text(Property.ARGUMENTS).orElse("");
    for (int comma = topLevel(rest, ", "); comma >= 0; comma = topLevel(rest, ", ")) {
      list.add(Argument.of(rest.substring(0, comma)));
      rest = rest.substring(comma + 2);
    }
    list.add(Argument.of(rest));
    return new Arguments(list);
  }

  /**
   * Whether CREATE OR REPLACE takes the others for these: the server refuses other names and types
   * of arguments, and the loss of a default.
   */
  boolean canBecome(Arguments others) {
    if (list.size() != others.list.size()) {
      return false;
    }
    for (int i = 0; i < list.size(); i++) {
      Argument other = others.list.get(i);
      if (!list.get(i).head.equals(other.head) || (list.get(i).hasDefault && !other.hasDefault)) {
        return false;
      }
    }
    return true;
  }

  /** Where a text first stands outside quotes and brackets; -1 where it does not. */
  private static int topLevel(String text, String sought) {
    int depth = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (depth == 0 && text.startsWith(sought, i)) {
        return i;
      }
      switch (c) {
        case '\'', '"' -> i = closing(text, i);
        case '(', '[' -> depth++;
        case ')', ']' -> depth--;
        default -> {
          // Nothing that opens or closes.
        }
      }
      i++;
    }
    return -1;
  }

  /** The index of the quote that closes the one at an index; a doubled one closes and opens. */
  private static int closing(String text, int open) {
    boolean escapes = text.charAt(open) == '\'' && open > 0 && text.charAt(open - 1) == 'E';
    for (int i = open + 1; i < text.length(); i++) {
      if (escapes && text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == text.charAt(open)) {
        return i;
      }
    }
    return text.length();
  }
}
