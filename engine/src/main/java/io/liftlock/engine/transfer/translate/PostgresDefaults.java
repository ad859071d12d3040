package io.liftlock.engine.transfer.translate;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says SQLite's defaults in PostgreSQL's words, in the type of the column: literals, and what the
 * clock says. SQLite's clock shows UTC.
 */
final class PostgresDefaults {

  private static final String UTC = "(now() AT TIME ZONE 'UTC'::text)";
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?)?");
  private static final Pattern BYTES = Pattern.compile("[xX]'((?:[0-9a-fA-F]{2})*)'");

  private PostgresDefaults() {}

  /**
   * A default.
   *
   * @param value as SQLite keeps it
   * @param type the column's type in PostgreSQL
   * @return empty where it cannot be said
   */
  static Optional<String> translate(String value, String type) {
    String bare = withoutParentheses(value.strip());
    Optional<String> clock = clock(bare);
    if (clock.isPresent()) {
      return now(clock.get(), PostgresTypes.base(type));
    }
    if (BYTES.matcher(bare).matches()) {
      return type.equals(PostgresTypes.BYTEA)
          ? Optional.of("'\\x" + bare.substring(2, bare.length() - 1) + "'::bytea")
          : Optional.empty();
    }
    return literal(bare).flatMap(text -> typed(text, bare.startsWith("'"), type));
  }

  private static String withoutParentheses(String value) {
    Tokens tokens = Tokens.of(Dialect.SQLITE, value);
    boolean wrapped = tokens.isSign(0, "(") && tokens.behindParens(0) == tokens.size();
    return wrapped ? withoutParentheses(value.substring(1, value.length() - 1).strip()) : value;
  }

  /** Which part of the clock an expression reads. */
  private static Optional<String> clock(String value) {
    String text = value.toLowerCase(Locale.ROOT).replace(" ", "");
    return switch (text) {
      case "current_timestamp", "datetime('now')", "datetime()" -> Optional.of("moment");
      case "current_date", "date('now')", "date()" -> Optional.of("day");
      case "current_time", "time('now')", "time()" -> Optional.of("time");
      case "unixepoch()", "unixepoch('now')", "strftime('%s','now')" -> Optional.of("epoch");
      default -> Optional.empty();
    };
  }

  private static Optional<String> now(String part, String type) {
    if (part.equals("epoch")) {
      return type.equals(PostgresTypes.BIGINT)
          ? Optional.of("(EXTRACT(epoch FROM now()))::bigint")
          : Optional.empty();
    }
    return switch (type) {
      case PostgresTypes.TEXT, "character varying" -> Optional.of(written(part));
      case PostgresTypes.DATE ->
          part.equals("day") ? Optional.of("(" + UTC + ")::date") : Optional.empty();
      case "timestamp", PostgresTypes.TIMESTAMP ->
          part.equals("moment") ? Optional.of(UTC) : Optional.empty();
      case PostgresTypes.TIMESTAMPTZ ->
          part.equals("moment") ? Optional.of("CURRENT_TIMESTAMP") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String written(String part) {
    String form =
        switch (part) {
          case "day" -> "YYYY-MM-DD";
          case "time" -> "HH24:MI:SS";
          default -> "YYYY-MM-DD HH24:MI:SS";
        };
    return "to_char(" + UTC + ", '" + form + "'::text)";
  }

  /** The value of a string, a number or a truth value. */
  private static Optional<String> literal(String value) {
    Tokens tokens = Tokens.of(Dialect.SQLITE, value);
    if (tokens.size() == 1 && value.startsWith("'")) {
      return Optional.ofNullable(tokens.string(0));
    }
    String upper = value.toUpperCase(Locale.ROOT);
    if (upper.equals("TRUE") || upper.equals("FALSE")) {
      return Optional.of(upper.equals("TRUE") ? "1" : "0");
    }
    String number = value.replace(" ", "");
    return NUMBER.matcher(number).matches() ? Optional.of(number) : Optional.empty();
  }

  /** SQLite would make of the value what the column's affinity asks for. */
  private static Optional<String> typed(String value, boolean text, String type) {
    if (value.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return switch (PostgresTypes.base(type)) {
      case PostgresTypes.BIGINT, "integer", "smallint" -> number(WHOLE, value, type);
      case PostgresTypes.NUMERIC, PostgresTypes.DOUBLE, "real" -> number(NUMBER, value, type);
      case PostgresTypes.BOOLEAN ->
          value.equals("1") || value.equals("0")
              ? Optional.of(value.equals("1") ? "true" : "false")
              : Optional.empty();
      case PostgresTypes.TEXT, "character varying" ->
          // A column without affinity would keep the number, which PostgreSQL's cannot.
          Optional.of(quoted(value) + "::" + type);
      case PostgresTypes.DATE ->
          text ? matching(DAY, value).map(day -> quoted(day) + "::date") : Optional.empty();
      case "timestamp", PostgresTypes.TIMESTAMP ->
          text ? matching(MOMENT, value).map(at -> quoted(at) + "::" + type) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> number(Pattern pattern, String value, String type) {
    return matching(pattern, value)
        .map(number -> number.startsWith("-") ? quoted(number) + "::" + type : number);
  }

  private static Optional<String> matching(Pattern pattern, String value) {
    return pattern.matcher(value).matches() ? Optional.of(value) : Optional.empty();
  }

  private static String quoted(String value) {
    return value.indexOf('\\') < 0
        ? "'" + value.replace("'", "''") + "'"
        : "E'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
