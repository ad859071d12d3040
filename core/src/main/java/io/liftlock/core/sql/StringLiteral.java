package io.liftlock.core.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The values of string literals as tokens write them. */
final class StringLiteral {

  private StringLiteral() {}

  /**
   * The value of a literal: quotes, tags and escapes taken off. A text that is no literal is its
   * own value.
   */
  static String value(String literal) {
    int length = literal.length();
    if (length > 1 && literal.charAt(0) == '$' && literal.charAt(length - 1) == '$') {
      int tag = literal.indexOf('$', 1) + 1;
      return tag * 2 <= length ? literal.substring(tag, length - tag) : literal;
    }
    int quote = literal.indexOf('\'');
    if (quote < 0 || quote > 2 || length < quote + 2 || literal.charAt(length - 1) != '\'') {
      return literal;
    }
    String inner = literal.substring(quote + 1, length - 1);
    boolean escapes = quote == 1 && (literal.charAt(0) == 'e' || literal.charAt(0) == 'E');
    return escapes ? unescape(inner) : inner.replace("''", "'");
  }

  /** The simple escapes; enough to read SQL inside a string. */
  private static String unescape(String inner) {
    StringBuilder value = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '\'' && i + 1 < inner.length() && inner.charAt(i + 1) == '\'') {
        i++;
        value.append('\'');
      } else if (c == '\\' && i + 1 < inner.length()) {
        i++;
        value.append(
            switch (inner.charAt(i)) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              case 'b' -> '\b';
              case 'f' -> '\f';
              default -> inner.charAt(i);
            });
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  /**
   * Whether a string of this value appears in a statement, also inside another string or a body.
   */
  static boolean appears(String value, Statement statement, Dialect dialect) {
    if (statement.hasCopyData()) {
      // Its rows are not looked through: a value in them needs the enum's column, which only the
      // catalog shows. To be safe, data count as a use.
      return true;
    }
    String quoted = "'" + value.replace("'", "''") + "'";
    try (InputStream in = statement.open()) {
      Lexer lexer = Lexer.of(dialect, in);
      for (Lexer.Kind kind = lexer.next(); kind != Lexer.Kind.END; kind = lexer.next()) {
        if (!lexer.isWhole()) {
          continue;
        }
        boolean literal = kind == Lexer.Kind.STRING || kind == Lexer.Kind.DOLLAR_STRING;
        String text = literal ? value(lexer.text()) : "";
        boolean found = literal && (text.equals(value) || text.contains(quoted));
        if (found) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
