package io.liftlock.postgres.grammar;

/**
 * Writes the {@code \'} of strings such as {@code E'it\'s'} as two quotes, which mean the same and
 * take as many characters: the grammar's lexer does not know the backslash.
 */
final class EscapedQuotes {

  private final String sql;
  private final StringBuilder text;
  private int at;

  private EscapedQuotes(String sql) {
    this.sql = sql;
    this.text = new StringBuilder(sql);
  }

  /** The same text with quotes doubled instead of escaped. */
  static String doubled(String sql) {
    return sql.contains("\\'") ? new EscapedQuotes(sql).read() : sql;
  }

  private String read() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '\'') {
        string(escapes());
      } else if (c == '"') {
        at = behind(sql.indexOf('"', at + 1), 1);
      } else if (c == '-' && sql.startsWith("--", at)) {
        at = behind(sql.indexOf('\n', at), 1);
      } else if (c == '/' && sql.startsWith("/*", at)) {
        comment();
      } else if (c == '$' && !isName(at - 1)) {
        dollarString();
      } else {
        at++;
      }
    }
    return text.toString();
  }

  private boolean escapes() {
    boolean prefix = at > 0 && (sql.charAt(at - 1) == 'e' || sql.charAt(at - 1) == 'E');
    return prefix && !isName(at - 2);
  }

  private void string(boolean escapes) {
    at++;
    while (at < sql.length() && sql.charAt(at) != '\'') {
      if (escapes && sql.charAt(at) == '\\') {
        if (sql.startsWith("\\'", at)) {
          text.setCharAt(at, '\'');
        }
        at++;
      }
      at++;
    }
    at++;
    if (escapes && at < sql.length() && sql.charAt(at) == '\'') {
      string(true);
    }
  }

  private void comment() {
    int depth = 0;
    do {
      boolean opens = sql.startsWith("/*", at);
      boolean closes = sql.startsWith("*/", at);
      depth += opens ? 1 : closes ? -1 : 0;
      at += opens || closes ? 2 : 1;
    } while (depth > 0 && at < sql.length());
  }

  private void dollarString() {
    int end = at + 1;
    while (isName(end) && sql.charAt(end) != '$') {
      end++;
    }
    boolean opens = end < sql.length() && sql.charAt(end) == '$';
    String tag = opens ? sql.substring(at, end + 1) : "";
    at = opens ? behind(sql.indexOf(tag, end + 1), tag.length()) : at + 1;
  }

  private boolean isName(int index) {
    if (index < 0 || index >= sql.length()) {
      return false;
    }
    char c = sql.charAt(index);
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
  }

  /** Index behind what was found; the end where it was not. */
  private int behind(int found, int length) {
    return found < 0 ? sql.length() : found + length;
  }
}
