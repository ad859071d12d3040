package io.liftlock.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The first words of a statement, in upper case, white space and comments left out. */
final class LeadingWords {

  private static final int ENOUGH = 3;

  private LeadingWords() {}

  /** At most three words; fewer where something else than a word comes. */
  static List<String> of(String sql) {
    List<String> words = new ArrayList<>(ENOUGH);
    int at = skip(sql, 0);
    while (words.size() < ENOUGH && at < sql.length() && Character.isLetter(sql.charAt(at))) {
      int end = at;
      while (end < sql.length()
          && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
        end++;
      }
      words.add(sql.substring(at, end).toUpperCase(Locale.ROOT));
      at = skip(sql, end);
    }
    return words;
  }

  private static int skip(String sql, int from) {
    int at = from;
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at)) || sql.charAt(at) == '\uFEFF') {
        at++;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end + 1;
      } else if (sql.startsWith("/*", at)) {
        at = behindComment(sql, at);
      } else {
        return at;
      }
    }
    return at;
  }

  private static int behindComment(String sql, int from) {
    int depth = 0;
    int at = from;
    do {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < sql.length());
    return at;
  }

  /** Whether it ends or begins a transaction of its own; savepoints do not. */
  static boolean controlTransaction(List<String> words) {
    if (words.isEmpty()) {
      return false;
    }
    return switch (words.get(0)) {
      case "BEGIN", "START", "COMMIT", "END", "ABORT" -> true;
      case "ROLLBACK" -> !words.contains("TO");
      case "PREPARE" -> words.size() > 1 && words.get(1).equals("TRANSACTION");
      default -> false;
    };
  }
}
