package io.liftlock.engine.transfer.translate;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says PostgreSQL's defaults in SQLite's words: literals, and what the clock says, in UTC. */
final class SqliteDefaults {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,400}(\\.\\d{1,400})?");
  private static final Pattern SCALED = Pattern.compile("numeric\\(\\d+,(\\d+)\\)");
  private static final Pattern BYTES = Pattern.compile("\\\\x((?:[0-9a-f]{2})*)");

  private SqliteDefaults() {}

  /**
   * A default.
   *
   * @param value as PostgreSQL prints it
   * @param type the column's type in PostgreSQL
   * @param target its type in SQLite
   * @return empty where it cannot be said
   */
  static Optional<String> translate(String value, String type, SqliteType target) {
    String bare = withoutParentheses(value);
    switch (bare.toLowerCase(Locale.ROOT)) {
      case "true", "false" -> {
        return Optional.of(bare.equalsIgnoreCase("true") ? "1" : "0");
      }
      case "now()", "current_timestamp", "transaction_timestamp()" -> {
        return now(type);
      }
      case "current_date" -> {
        return type.equals("date") ? Optional.of("CURRENT_DATE") : Optional.empty();
      }
      default -> {
        // A literal, or beyond.
      }
    }
    if (NUMBER.matcher(bare).matches()) {
      return number(bare, type, target);
    }
    Tokens tokens = Tokens.of(Dialect.POSTGRES, bare);
    String text = bare.startsWith("'") ? tokens.string(0) : null;
    boolean literal = tokens.size() == 1 || tokens.isSign(1, "::");
    return text == null || !literal || isCalled(tokens)
        ? Optional.empty()
        : text(text, type, target);
  }

  /** Whether there is more than casts to types, such as an operator behind the literal. */
  private static boolean isCalled(Tokens tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      boolean type =
          tokens.isName(i)
              || tokens.isNumber(i)
              || tokens.isSign(i, "::")
              || tokens.isSign(i, "(")
              || tokens.isSign(i, ")")
              || tokens.isSign(i, ",")
              || tokens.isSign(i, ".")
              || tokens.isSign(i, "[")
              || tokens.isSign(i, "]");
      if (!type) {
        return true;
      }
    }
    return false;
  }

  private static String withoutParentheses(String value) {
    Tokens tokens = Tokens.of(Dialect.POSTGRES, value);
    boolean wrapped = tokens.isSign(0, "(") && tokens.behindParens(0) == tokens.size();
    return wrapped
        ? withoutParentheses(value.strip().substring(1, value.strip().length() - 1))
        : value.strip();
  }

  /** In the form in which the values come that are copied. */
  private static Optional<String> now(String type) {
    return switch (SqliteTypes.bare(type)) {
      case "timestamp with time zone" -> Optional.of("(strftime('%Y-%m-%dT%H:%M:%f000Z', 'now'))");
      case "timestamp without time zone" -> Optional.of("(strftime('%Y-%m-%d %H:%M:%f', 'now'))");
      case "date" -> Optional.of("CURRENT_DATE");
      default -> Optional.empty();
    };
  }

  private static Optional<String> number(String value, String type, SqliteType target) {
    if (target.type().equals(SqliteType.TEXT)) {
      Matcher scale = SCALED.matcher(type);
      return SqliteTypes.bare(type).equals("numeric")
          ? Optional.of(
              "'"
                  + (scale.matches()
                      ? new BigDecimal(value)
                          .setScale(Integer.parseInt(scale.group(1)), RoundingMode.HALF_UP)
                          .toPlainString()
                      : value)
                  + "'")
          : Optional.empty();
    }
    return target.type().equals(SqliteType.BLOB) ? Optional.empty() : Optional.of(value);
  }

  private static Optional<String> text(String value, String type, SqliteType target) {
    return switch (target.type()) {
      case SqliteType.INTEGER, SqliteType.REAL ->
          target.kind() == ValueKind.NUMBER && NUMBER.matcher(value).matches()
              ? Optional.of(value)
              : Optional.empty();
      case SqliteType.BLOB -> {
        Matcher bytes = BYTES.matcher(value);
        yield bytes.matches() ? Optional.of("x'" + bytes.group(1) + "'") : Optional.empty();
      }
      default ->
          // The server has not yet brought it into the form in which it would print it.
          SqliteTypes.bare(type).startsWith("time") || type.equals("interval")
              ? Optional.empty()
              : NUMBER.matcher(value).matches() && SqliteTypes.bare(type).equals("numeric")
                  ? number(value, type, target)
                  : Optional.of("'" + value.replace("'", "''") + "'");
    };
  }
}
