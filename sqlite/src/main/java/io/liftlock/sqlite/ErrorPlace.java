package io.liftlock.sqlite;

import io.liftlock.core.error.Place;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where in a statement an error is. SQLite knows the offset, the driver does not tell it; but
 * the parser reads from left to right and stops at the first token that cannot follow.
 */
final class ErrorPlace {

  private static final Pattern NEAR =
      Pattern.compile("near \"(.+)\": syntax error|unrecognized token: \"(.+)\"", Pattern.DOTALL);

  private static final Pattern NAME =
      Pattern.compile(
          "no such (?:table|column|index|view|trigger|function|module|collation sequence):"
              + " (?:.*\\.)?([^.]+)",
          Pattern.DOTALL);

  /** So many places where the token stands are tried. */
  private static final int MOST_TRIES = 200;

  /** A statement of this many characters is data; its begin is place enough. */
  private static final int LARGEST = 1 << 18;

  private ErrorPlace() {}

  /** The place of the error, or of the statement where it cannot be told. */
  static Place find(Link link, String sql, Place start, String error) {
    Matcher near = NEAR.matcher(error);
    if (sql.length() > LARGEST) {
      return start;
    }
    if (near.matches()) {
      String token = near.group(1) == null ? near.group(2) : near.group(1);
      return at(sql, nearToken(link, sql, token, error), start);
    }
    Matcher name = NAME.matcher(error);
    return name.matches() ? at(sql, onlyName(sql, name.group(1)), start) : start;
  }

  /**
   * The first place of the token such that the text up to there, and no shorter one, gives the same
   * error. Compiling changes nothing.
   */
  private static int nearToken(Link link, String sql, String token, String error) {
    int at = sql.indexOf(token);
    for (int tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
      try {
        link.compile(sql.substring(0, at + token.length()));
      } catch (SQLException e) {
        if (Failures.text(e).equals(error)) {
          return at;
        }
      }
      at = sql.indexOf(token, at + 1);
    }
    return -1;
  }

  /** Where a name stands, if it stands there once. */
  private static int onlyName(String sql, String name) {
    List<Integer> places =
        Beginning.first(sql, Integer.MAX_VALUE).stream()
            .filter(token -> token.name().equalsIgnoreCase(name))
            .map(Beginning.Token::start)
            .toList();
    return places.size() == 1 ? Beginning.character(sql, places.get(0)) : -1;
  }

  private static Place at(String sql, int offset, Place start) {
    if (offset < 0) {
      return start;
    }
    int line = start.line();
    int lineStart = 0;
    for (int i = sql.indexOf('\n'); i >= 0 && i < offset; i = sql.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    int column = sql.codePointCount(lineStart, offset) + 1;
    return new Place(
        start.file(), line, line == start.line() ? start.column() - 1 + column : column);
  }
}
