package io.liftlock.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The first tokens of one SQLite statement, as {@code tokenize.c} cuts them, without comments. Only
 * as far as a look at what kind of statement it is needs it: a statement of any size costs no more
 * than its beginning.
 */
final class Tokens {

  /**
   * A token.
   *
   * @param text as written
   * @param start index of its first character in the statement
   * @param quoted whether it stands in quotes of any kind
   */
  record Token(String text, int start, boolean quoted) {

    /** Whether it is this keyword or sign. */
    boolean is(String word) {
      return !quoted && text.equalsIgnoreCase(word);
    }

    /** The name that it stands for, its quotes taken away. */
    String name() {
      if (!quoted) {
        return text;
      }
      char open = text.charAt(0);
      String inner = text.length() < 2 ? "" : text.substring(1, text.length() - 1);
      return open == '[' ? inner : inner.replace("" + open + open, "" + open);
    }

    /** The word in lower case. */
    String lower() {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  private final String sql;
  private int pos;

  private Tokens(String sql) {
    this.sql = sql;
  }

  /** The first tokens, at most so many. */
  static List<Token> first(String sql, int count) {
    Tokens tokens = new Tokens(sql);
    List<Token> found = new ArrayList<>(Math.min(count, 64));
    while (found.size() < count) {
      tokens.skip();
      if (tokens.pos >= sql.length()) {
        break;
      }
      found.add(tokens.next());
    }
    return found;
  }

  /** The first word in upper case, or an empty text. */
  static String verb(String sql) {
    List<Token> first = first(sql, 1);
    return first.isEmpty() ? "" : first.get(0).text().toUpperCase(Locale.ROOT);
  }

  private void skip() {
    while (pos < sql.length()) {
      char c = sql.charAt(pos);
      if (Character.isWhitespace(c) || c == '\uFEFF') {
        pos++;
      } else if (sql.startsWith("--", pos)) {
        int end = sql.indexOf('\n', pos);
        pos = end < 0 ? sql.length() : end + 1;
      } else if (sql.startsWith("/*", pos)) {
        int end = sql.indexOf("*/", pos + 2);
        pos = end < 0 ? sql.length() : end + 2;
      } else {
        return;
      }
    }
  }

  private Token next() {
    int start = pos;
    char c = sql.charAt(pos);
    if (c == '\'' || c == '"' || c == '`') {
      quoted(c);
      return new Token(sql.substring(start, pos), start, true);
    }
    if (c == '[') {
      int end = sql.indexOf(']', pos);
      pos = end < 0 ? sql.length() : end + 1;
      return new Token(sql.substring(start, pos), start, true);
    }
    pos++;
    if (isWord(c)) {
      while (pos < sql.length() && (isWord(sql.charAt(pos)) || sql.charAt(pos) == '$')) {
        pos++;
      }
    }
    return new Token(sql.substring(start, pos), start, false);
  }

  private void quoted(char quote) {
    pos++;
    while (pos < sql.length()) {
      if (sql.charAt(pos) == quote) {
        if (pos + 1 < sql.length() && sql.charAt(pos + 1) == quote) {
          pos += 2;
          continue;
        }
        pos++;
        return;
      }
      pos++;
    }
  }

  private static boolean isWord(char c) {
    return c == '_'
        || c >= 0x80
        || (c >= '0' && c <= '9')
        || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  }
}
