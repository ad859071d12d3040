package io.liftlock.postgres.grammar;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An INSERT of many rows without most of them. What it locks and writes is told by its head, its
 * first row and what follows the last, so the rest need not go through the grammar.
 */
final class BulkInsert {

  private static final Pattern HEAD =
      Pattern.compile("\\s*INSERT\\s+INTO\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern VALUES =
      Pattern.compile("\\bVALUES\\s*(?=\\()", Pattern.CASE_INSENSITIVE);

  private final String sql;
  private int at;

  private BulkInsert(String sql, int at) {
    this.sql = sql;
    this.at = at;
  }

  /** The statement with its first row only; empty where it is no plain INSERT of rows. */
  static Optional<Source> shortened(String sql) {
    Matcher head = HEAD.matcher(sql);
    Matcher values = VALUES.matcher(sql);
    if (!head.lookingAt() || !values.find(head.end())) {
      return Optional.empty();
    }
    String before = sql.substring(0, values.start());
    // A comment or a quote there may hide what looks like VALUES.
    boolean plain =
        !before.contains("--")
            && !before.contains("/*")
            && !before.contains("'")
            && !before.contains("\"");
    return plain ? new BulkInsert(sql, values.end()).firstRow() : Optional.empty();
  }

  private Optional<Source> firstRow() {
    skipRow();
    int first = at;
    int last = at;
    skipBlanks();
    while (at < sql.length() && sql.charAt(at) == ',') {
      at++;
      skipBlanks();
      if (at == sql.length() || sql.charAt(at) != '(') {
        return Optional.empty();
      }
      skipRow();
      last = at;
      skipBlanks();
    }
    int skipped = last - first;
    String text = sql.substring(0, first) + sql.substring(last);
    int[] places = new int[text.length() + 1];
    Arrays.setAll(places, i -> i < first ? i : i + skipped);
    return Optional.of(Source.of(sql).inside(text, places));
  }

  /** Goes behind a row in parentheses, or to the end where it is never closed. */
  private void skipRow() {
    int depth = 0;
    do {
      char c = sql.charAt(at);
      if (c == '\'') {
        skipString();
      } else if (c == '"') {
        at = behind(sql.indexOf('"', at + 1), 1);
      } else if (c == '$') {
        skipDollarString();
      } else if (sql.startsWith("--", at)) {
        at = behind(sql.indexOf('\n', at), 1);
      } else {
        depth += c == '(' ? 1 : 0;
        depth -= c == ')' ? 1 : 0;
        at++;
      }
    } while (depth > 0 && at < sql.length());
  }

  private void skipString() {
    boolean escapes = sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e';
    at++;
    while (at < sql.length()) {
      if (sql.charAt(at) == '\'' && !sql.startsWith("''", at)) {
        at++;
        return;
      }
      boolean pair = sql.charAt(at) == '\'' || (escapes && sql.charAt(at) == '\\');
      at = Math.min(at + (pair ? 2 : 1), sql.length());
    }
  }

  private void skipDollarString() {
    int end = at + 1;
    while (end < sql.length() && isTag(sql.charAt(end))) {
      end++;
    }
    if (end < sql.length() && sql.charAt(end) == '$' && !isTag(sql.charAt(at - 1))) {
      String tag = sql.substring(at, end + 1);
      at = behind(sql.indexOf(tag, end + 1), tag.length());
    } else {
      at++;
    }
  }

  private static boolean isTag(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private void skipBlanks() {
    while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
      at++;
    }
  }

  /** Index behind what was found; the end where it was not. */
  private int behind(int found, int length) {
    return found < 0 ? sql.length() : found + length;
  }
}
