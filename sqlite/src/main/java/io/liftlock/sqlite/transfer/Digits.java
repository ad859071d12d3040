package io.liftlock.sqlite.transfer;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * A number as text that gives the same number when it is read: the shortest digits, without an
 * exponent, as PostgreSQL writes its {@code numeric}. SQLite's own conversion stops at 15 digits.
 *
 * @param text ASCII
 */
record Digits(String text) {

  static Digits of(long value) {
    return new Digits(Long.toString(value));
  }

  static Digits of(double value) {
    return new Digits(Double.isFinite(value) ? plain(value) : Double.toString(value));
  }

  private static String plain(double value) {
    String shortest = Double.toString(value);
    return shortest.indexOf('E') < 0 ? shortest : new BigDecimal(shortest).toPlainString();
  }

  void putInto(RowBuffer row) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    row.putInt(ascii.length);
    row.put(ascii, 0, ascii.length);
  }
}
