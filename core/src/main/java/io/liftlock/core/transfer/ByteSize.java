package io.liftlock.core.transfer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts of bytes as people write and read them. A unit is 1024 of the one before, as PostgreSQL
 * has it: {@code 1MB} is 1048576 bytes.
 */
public final class ByteSize {

  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
  private static final long STEP = 1024;
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,12}(?:\\.[0-9]{1,6})?)\\s*([kmgt]?)i?(b?)", Pattern.CASE_INSENSITIVE);

  private ByteSize() {}

  /**
   * {@code 64MB}, {@code 1.5 GB}, {@code 512k}, {@code 100B}. A number without a unit is not read:
   * it could mean anything.
   */
  public static OptionalLong parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches() || (matcher.group(2).isEmpty() && matcher.group(3).isEmpty())) {
      return OptionalLong.empty();
    }
    int unit = "kmgt".indexOf(letter(matcher.group(2))) + 1;
    BigDecimal bytes =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(STEP).pow(unit));
    return bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? OptionalLong.empty()
        : OptionalLong.of(bytes.longValue());
  }

  private static char letter(String unit) {
    return unit.isEmpty() ? ' ' : unit.toLowerCase(Locale.ROOT).charAt(0);
  }

  /** Three digits or a few more, and the unit: {@code 0 B}, {@code 98.3 kB}, {@code 1.5 GB}. */
  public static String text(long bytes) {
    int unit = 0;
    double number = bytes;
    while (number >= 1000 && unit < UNITS.size() - 1) {
      number /= STEP;
      unit++;
    }
    String digits = unit == 0 || number >= 100 ? "%.0f" : number >= 10 ? "%.1f" : "%.2f";
    return digits.formatted(number) + " " + UNITS.get(unit);
  }
}
