package io.liftlock.sqlite;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The first tokens of a statement, only as far as a look at what kind of statement it is needs
 * them: a statement of any size costs no more than its beginning.
 */
final class Beginning {

  private Beginning() {}

  /**
   * A token.
   *
   * @param text as written
   * @param name the name that it stands for, its quotes taken away
   * @param start index of its first byte in the statement
   * @param quoted whether it stands in quotes of any kind
   */
  record Token(String text, String name, int start, boolean quoted) {

    /** Whether it is this keyword or sign. */
    boolean is(String word) {
      return !quoted && text.equalsIgnoreCase(word);
    }
  }

  /** The first tokens, at most so many. */
  static List<Token> first(String sql, int count) {
    Tokens tokens = Tokens.first(Dialect.SQLITE, sql, count);
    List<Token> found = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      String text = tokens.written(i);
      String string = tokens.string(i);
      boolean quoted = string != null || tokens.isQuotedName(i);
      String name = string != null ? string : quoted ? tokens.plainName(i) : text;
      found.add(new Token(text, name, tokens.start(i), quoted));
    }
    return found;
  }

  /** The first word in upper case, or an empty text. */
  static String verb(String sql) {
    return Tokens.first(Dialect.SQLITE, sql, 1).written(0).toUpperCase(Locale.ROOT);
  }

  /** The index of the character that begins at a byte of a text. */
  static int character(String sql, int start) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    return new String(bytes, 0, start, StandardCharsets.UTF_8).length();
  }
}
