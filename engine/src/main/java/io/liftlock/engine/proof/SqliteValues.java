package io.liftlock.engine.proof;

import io.liftlock.core.schema.Column;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values for SQLite's columns. What is stored follows from the affinity of the declared type; what
 * is meant, from its words: dates are texts, lengths are kept to though nobody enforces them.
 */
final class SqliteValues implements Values {

  private static final Pattern SIZE = Pattern.compile("\\(\\s*(\\d{1,6})");

  @Override
  public Optional<String> value(Column column, Wish wish, long n, boolean unusual) {
    List<String> choice = wish.choice();
    if (!choice.isEmpty()) {
      return Optional.of(constant(column, choice.get((int) (n % choice.size()))));
    }
    if (isFlag(column) && wish.isFree()) {
      return Optional.of(String.valueOf(n % 2));
    }
    return Optional.of(
        made(column.name(), column.type().toUpperCase(Locale.ROOT), wish, n, unusual));
  }

  /** SQLite has no truth values; an integer that is 0 or 1 by default nearly always is one. */
  private static boolean isFlag(Column column) {
    return column.type().toUpperCase(Locale.ROOT).contains("INT")
        && column.defaultValue().filter(value -> value.matches("[01]")).isPresent();
  }

  private static String made(String name, String type, Wish wish, long n, boolean unusual) {
    if (type.contains("BOOL")) {
      return String.valueOf(n % 2);
    }
    if (type.contains("DATETIME") || type.contains("TIMESTAMP")) {
      return Values.literal(Moments.at(wish, n, Duration.ofMinutes(1)) + ":00");
    }
    if (type.contains("DATE")) {
      return Values.literal(Moments.at(wish, n, Duration.ofDays(1)).toLocalDate().toString());
    }
    if (type.contains("JSON")) {
      return Values.literal(Texts.json(wish, n, unusual));
    }
    if (type.contains("INT")) {
      return number(0, wish, n);
    }
    if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
      Matcher size = SIZE.matcher(type);
      int most = size.find() ? Integer.parseInt(size.group(1)) : 10_000;
      return Values.literal(Texts.of(name, most, wish, n, unusual));
    }
    if (type.contains("UUID")) {
      return Values.literal(String.format(Locale.ROOT, "%08x-0000-4000-8000-%012x", n, n));
    }
    if (type.contains("BLOB")) {
      return blob(wish, n);
    }
    if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
      return number(2, wish, n);
    }
    if (type.contains("DEC") || type.contains("NUM")) {
      return number(2, wish, n);
    }
    return wish.pattern().isPresent() || wish.json().isPresent() || !wish.lengths().isEmpty()
        ? Values.literal(Texts.of(name, 10_000, wish, n, unusual))
        : number(0, wish, n);
  }

  private static String number(int scale, Wish wish, long n) {
    BigDecimal most = BigDecimal.valueOf(1_000_000_000_000L);
    BigDecimal value = new Numbers(most.negate(), most, scale).within(wish).at(n);
    while (wish.excluded().contains(value.toPlainString())) {
      value = value.add(BigDecimal.ONE);
    }
    return value.toPlainString();
  }

  private static String blob(Wish wish, long n) {
    Wish length = new Wish();
    wish.lengths().forEach(length::limit);
    int bytes =
        wish.lengths().isEmpty()
            ? 4
            : new Numbers(BigDecimal.ZERO, BigDecimal.valueOf(10_000), 0)
                .within(length)
                .low()
                .intValue();
    String hex = String.format(Locale.ROOT, "%08x", n);
    return "x'" + (bytes <= 4 ? hex.substring(8 - 2 * bytes) : hex + "00".repeat(bytes - 4)) + "'";
  }

  @Override
  public String constant(Column column, String constant) {
    String type = column.type().toUpperCase(Locale.ROOT);
    if (constant.equals("true") || constant.equals("false")) {
      return constant.equals("true") ? "1" : "0";
    }
    boolean text = type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT");
    return !text && constant.matches("-?\\d+(\\.\\d+)?") ? constant : Values.literal(constant);
  }

  @Override
  public boolean refusesNull(Column column) {
    return false;
  }
}
