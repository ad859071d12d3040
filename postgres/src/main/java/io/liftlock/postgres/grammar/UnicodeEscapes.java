package io.liftlock.postgres.grammar;

/** The escapes of {@code U&"…"} and {@code U&'…'}. */
final class UnicodeEscapes {

  private UnicodeEscapes() {}

  /**
   * The text that is meant.
   *
   * @param escaped quotes taken off
   * @param escape what begins an escape, a backslash unless UESCAPE says otherwise
   */
  static String decode(String escaped, char escape) {
    StringBuilder text = new StringBuilder(escaped.length());
    int i = 0;
    while (i < escaped.length()) {
      char c = escaped.charAt(i);
      if (c != escape || i + 1 == escaped.length()) {
        text.append(c);
        i++;
      } else if (escaped.charAt(i + 1) == escape) {
        text.append(escape);
        i += 2;
      } else {
        int from = escaped.charAt(i + 1) == '+' ? i + 2 : i + 1;
        int to = Math.min(escaped.length(), from + (from == i + 2 ? 6 : 4));
        text.append(character(escaped.substring(from, to), escaped.substring(i, to)));
        i = to;
      }
    }
    return text.toString();
  }

  private static String character(String digits, String written) {
    try {
      int point = Integer.parseInt(digits, 16);
      return Character.isValidCodePoint(point) ? Character.toString(point) : written;
    } catch (NumberFormatException e) {
      return written;
    }
  }
}
