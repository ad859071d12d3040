package io.liftlock.engine.proof;

import java.util.Locale;

/** Texts within what is asked of them. */
final class Texts {

  /** What scripts break that quote carelessly or count bytes for characters. */
  private static final String UNUSUAL = "O'Hara \"née\"; \\ 東京 🙂 ";

  private Texts() {}

  /**
   * The n-th text.
   *
   * @param name the column's name, which may tell that an address is meant
   * @param most how many characters there may be
   */
  static String of(String name, int most, Wish wish, long n, boolean unusual) {
    int least = 0;
    int longest = most;
    for (Limit limit : wish.lengths()) {
      int bound;
      try {
        bound = Integer.parseInt(limit.constant());
      } catch (NumberFormatException e) {
        continue;
      }
      if (limit.side() == Limit.Side.ABOVE) {
        least = Math.max(least, limit.open() ? bound + 1 : bound);
      } else {
        longest = Math.min(longest, limit.open() ? bound - 1 : bound);
      }
    }
    if (wish.json().isPresent()) {
      return json(wish, n, unusual);
    }
    String text = wish.pattern().flatMap(pattern -> PatternText.of(pattern, n)).orElse(null);
    if (text == null) {
      text = usual(name, n, unusual);
      if (text.codePointCount(0, text.length()) > longest) {
        text = shortened(n, longest);
      }
    }
    int length = text.codePointCount(0, text.length());
    if (length < least) {
      text = text + "x".repeat(least - length);
    }
    return switch (wish.letters()) {
      case LOWER -> text.toLowerCase(Locale.ROOT);
      case UPPER -> text.toUpperCase(Locale.ROOT);
      case ANY -> text;
    };
  }

  private static String usual(String name, long n, boolean unusual) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("email") || lower.equals("mail")) {
      return "row" + n + "@example.com";
    }
    if (lower.endsWith("url") || lower.endsWith("uri") || lower.equals("link")) {
      return "https://example.com/" + n;
    }
    return unusual ? UNUSUAL + n : "row " + n;
  }

  /** The last digits are those that differ. */
  private static String shortened(long n, int longest) {
    String digits = Long.toString(n, 36);
    return digits.substring(Math.max(0, digits.length() - Math.max(0, longest)));
  }

  /** JSON of the type that is asked for. */
  static String json(Wish wish, long n, boolean unusual) {
    return switch (wish.json().orElse("object")) {
      case "array" -> "[" + n + ", null]";
      case "string" -> "\"row " + n + "\"";
      case "number" -> String.valueOf(n);
      case "boolean" -> n % 2 == 0 ? "true" : "false";
      case "null" -> "null";
      default ->
          "{\"n\": " + n + ", \"text\": \"" + (unusual ? "O'Hara née \\\\ 東京" : "row") + "\"}";
    };
  }
}
