package io.liftlock.postgres.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds its way in lists as the server prints them: what is in quotes or brackets does not count.
 */
final class TopLevel {

  private static final String COMMA = ", ";

  private TopLevel() {}

  /** The elements of a list with a comma and a blank between; one empty one of an empty text. */
  static List<String> split(String list) {
    List<String> elements = new ArrayList<>();
    String rest = list;
    for (int comma = find(rest, COMMA); comma >= 0; comma = find(rest, COMMA)) {
      elements.add(rest.substring(0, comma));
      rest = rest.substring(comma + COMMA.length());
    }
    elements.add(rest);
    return elements;
  }

  /** Where a text first stands; -1 where it does not. */
  static int find(String text, String sought) {
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
