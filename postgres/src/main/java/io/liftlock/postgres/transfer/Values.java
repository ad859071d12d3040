package io.liftlock.postgres.transfer;

import io.liftlock.core.error.Bug;
import java.math.BigDecimal;
import java.math.MathContext;

/** Reads what is in a neutral tuple's fields, and writes doubles as text. */
final class Values {

  private Values() {}

  /** The 64 bits of a whole number or a double. */
  static long number(byte[] bytes, int at, int length) {
    if (length != Long.BYTES) {
      throw new Bug("a number has " + length + " bytes");
    }
    long number = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      number = (number << 8) | (bytes[at + i] & 0xFF);
    }
    return number;
  }

  /** The shortest text that PostgreSQL reads back as the same double. */
  static String text(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return Double.toString(value);
    }
    // Java's own text is the shortest one or, before Java 19, sometimes a digit or two too long.
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    for (int precision = digits.precision() - 1; precision > 14; precision--) {
      BigDecimal shorter = new BigDecimal(value).round(new MathContext(precision));
      if (shorter.doubleValue() != value) {
        break;
      }
      digits = shorter.stripTrailingZeros();
    }
    return digits.toString();
  }
}
