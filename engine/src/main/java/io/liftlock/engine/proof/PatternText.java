package io.liftlock.engine.proof;

import java.util.Locale;
import java.util.Optional;

/**
 * Makes a text that matches a pattern: of LIKE, GLOB, or a regular expression of the usual kind
 * (classes, groups, alternatives, quantifiers, anchors). Another number gives another text where
 * the pattern leaves room. What it cannot read it gives up on.
 */
final class PatternText {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final String ALL = LETTERS + LETTERS.toUpperCase(Locale.ROOT) + DIGITS;

  private final String pattern;
  private final StringBuilder out = new StringBuilder();
  private long left;
  private int at;

  private PatternText(String pattern, long n) {
    this.pattern = pattern;
    this.left = n;
  }

  /** A text that matches, or nothing where the pattern cannot be read. */
  static Optional<String> of(Wish.Pattern wish, long n) {
    PatternText text = new PatternText(wish.text(), n);
    try {
      return Optional.of(
          switch (wish.language()) {
            case "like" -> text.like();
            case "glob" -> text.glob();
            default -> text.regex();
          });
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private char pick(String choice) {
    char picked = choice.charAt((int) (left % choice.length()));
    left /= choice.length();
    return picked;
  }

  private String like() {
    boolean varied = false;
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      if (c == '%') {
        out.append(varied ? "" : Long.toString(left, 36));
        varied = true;
      } else if (c == '_') {
        out.append(pick(LETTERS));
      } else {
        out.append(c == '\\' && at < pattern.length() ? pattern.charAt(at++) : c);
      }
    }
    return out.toString();
  }

  private String glob() {
    boolean varied = false;
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      if (c == '*') {
        out.append(varied ? "" : DIGITS.charAt((int) (left % 10)));
        varied = true;
      } else if (c == '?') {
        out.append(pick(DIGITS));
      } else if (c == '[') {
        out.append(pick(set()));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private String regex() {
    if (pattern.startsWith("(?")) {
      // Embedded options such as (?i).
      at = pattern.startsWith("(?:") ? 0 : pattern.indexOf(')') + 1;
    }
    alternatives(true);
    return out.toString();
  }

  /** Writes the first alternative, or another one by the number, and steps over the others. */
  private void alternatives(boolean write) {
    int start = at;
    int count = 1;
    int depth = 0;
    int end = start;
    while (end < pattern.length()) {
      char c = pattern.charAt(end);
      if (c == '\\') {
        end++;
      } else if (c == '[') {
        end = endOfSet(end);
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        if (depth-- == 0) {
          break;
        }
      } else if (c == '|' && depth == 0) {
        count++;
      }
      end++;
    }
    int chosen = 0;
    if (count > 1 && write) {
      chosen = (int) (left % count);
      left /= count;
    }
    for (int i = 0; i < count; i++) {
      sequence(write && i == chosen);
      if (at < pattern.length() && pattern.charAt(at) == '|') {
        at++;
      }
    }
  }

  private int endOfSet(int open) {
    int end = open + 1;
    if (pattern.charAt(end) == '^') {
      end++;
    }
    end++;
    while (pattern.charAt(end) != ']') {
      if (pattern.startsWith("[:", end)) {
        end = pattern.indexOf(":]", end) + 1;
      } else if (pattern.charAt(end) == '\\') {
        end++;
      }
      end++;
    }
    return end;
  }

  private void sequence(boolean write) {
    while (at < pattern.length() && pattern.charAt(at) != ')' && pattern.charAt(at) != '|') {
      piece(write);
    }
  }

  private void piece(boolean write) {
    int start = at;
    step(false);
    int behind = at;
    int times = times();
    int end = at;
    for (int i = 0; write && i < times; i++) {
      at = start;
      step(true);
    }
    at = Math.max(end, behind);
  }

  /** How often the piece before is wanted; steps over its quantifier. */
  private int times() {
    if (at >= pattern.length()) {
      return 1;
    }
    int times = 1;
    switch (pattern.charAt(at)) {
      case '*', '+' -> {
        at++;
        times = 3;
      }
      case '?' -> at++;
      case '{' -> {
        int end = pattern.indexOf('}', at);
        String[] bounds = pattern.substring(at + 1, end).split(",", -1);
        int least = Integer.parseInt(bounds[0].strip());
        at = end + 1;
        times = least == 0 ? 1 : least;
      }
      default -> {
        return 1;
      }
    }
    if (at < pattern.length() && pattern.charAt(at) == '?') {
      at++;
    }
    return times;
  }

  private void step(boolean write) {
    char c = pattern.charAt(at++);
    switch (c) {
      case '^', '$' -> {
        // An anchor is no character.
      }
      case '.' -> put(write, LETTERS);
      case '[' -> put(write, set());
      case '(' -> {
        if (pattern.startsWith("?:", at)) {
          at += 2;
        } else if (at < pattern.length() && pattern.charAt(at) == '?') {
          throw new IndexOutOfBoundsException("what looks around is not read");
        }
        alternatives(write);
        at++;
      }
      case '\\' -> put(write, escaped(pattern.charAt(at++)));
      default -> put(write, String.valueOf(c));
    }
  }

  private void put(boolean write, String choice) {
    if (write) {
      out.append(choice.length() == 1 ? choice.charAt(0) : pick(choice));
    }
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'd' -> DIGITS;
      case 'w' -> ALL;
      case 's' -> " ";
      case 'S', 'D' -> LETTERS;
      default -> String.valueOf(c);
    };
  }

  /** The characters of a bracket expression; steps over it. */
  private String set() {
    boolean negated = pattern.charAt(at) == '^';
    if (negated) {
      at++;
    }
    StringBuilder set = new StringBuilder();
    boolean first = true;
    while (first || pattern.charAt(at) != ']') {
      first = false;
      if (pattern.startsWith("[:", at)) {
        int end = pattern.indexOf(":]", at);
        set.append(named(pattern.substring(at + 2, end)));
        at = end + 2;
        continue;
      }
      char c = pattern.charAt(at++);
      if (c == '\\') {
        set.append(escaped(pattern.charAt(at++)));
      } else if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
        char last = pattern.charAt(at + 1);
        at += 2;
        for (char each = c; each <= last && set.length() < 200; each++) {
          set.append(each);
        }
      } else {
        set.append(c);
      }
    }
    at++;
    if (!negated) {
      return set.toString();
    }
    StringBuilder others = new StringBuilder(ALL);
    for (int i = others.length() - 1; i >= 0; i--) {
      if (set.indexOf(others.substring(i, i + 1)) >= 0) {
        others.deleteCharAt(i);
      }
    }
    return others.toString();
  }

  private static String named(String name) {
    return switch (name) {
      case "alpha", "lower" -> LETTERS;
      case "upper" -> LETTERS.toUpperCase(Locale.ROOT);
      case "digit", "xdigit" -> DIGITS;
      case "space" -> " ";
      case "punct" -> "-";
      default -> ALL;
    };
  }
}
