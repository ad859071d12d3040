package io.liftlock.sqlite.transfer;

import io.liftlock.core.transfer.ColumnCensus.Trait;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text could be taken for without losing anything of it: a date of the common calendar from
 * the year 1 on, a time of day to the microsecond, a number in decimal digits.
 */
final class TextTraits {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]{1,3})?");

  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})"
              + "(?:[ T]([01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,6})?)?"
              + " ?(Z|[-+](?:0[0-9]|1[0-5])(?::?[0-5][0-9])?)?)?");

  private TextTraits() {}

  /** Of one text. */
  static Set<Trait> of(byte[] utf8) {
    if (utf8.length == 0 || utf8[0] > '9') {
      return EnumSet.noneOf(Trait.class);
    }
    Trait usual = usual(utf8);
    if (usual != null) {
      return EnumSet.of(usual);
    }
    String text = new String(utf8, StandardCharsets.UTF_8);
    Matcher time = TIME.matcher(text);
    if (time.matches() && isDay(time.group(1))) {
      Trait trait =
          time.group(2) == null
              ? Trait.DATE
              : time.group(3) == null ? Trait.TIMESTAMP : Trait.TIMESTAMP_WITH_ZONE;
      return EnumSet.of(trait);
    }
    return NUMBER.matcher(text).matches() ? EnumSet.of(Trait.NUMERIC) : EnumSet.noneOf(Trait.class);
  }

  /**
   * The forms that SQLite's own functions write, {@code 2026-11-20} and {@code 2026-11-20
   * 17:30:00}: the pattern takes ten times as long, and a table may hold millions.
   *
   * @return null for every other form, which need not be a wrong one
   */
  private static @Nullable Trait usual(byte[] text) {
    boolean timed = text.length == 19;
    if ((!timed && text.length != 10) || text[4] != '-' || text[7] != '-') {
      return null;
    }
    int year = 100 * digits(text, 0) + digits(text, 2);
    // Up to the 28th there is such a day in every month.
    boolean day =
        digits(text, 0) >= 0
            && digits(text, 2) >= 0
            && year > 0
            && isWithin(text, 5, 1, 12)
            && isWithin(text, 8, 1, 28);
    if (!day || !timed) {
      return day ? Trait.DATE : null;
    }
    boolean time =
        (text[10] == ' ' || text[10] == 'T')
            && text[13] == ':'
            && text[16] == ':'
            && isWithin(text, 11, 0, 23)
            && isWithin(text, 14, 0, 59)
            && isWithin(text, 17, 0, 59);
    return time ? Trait.TIMESTAMP : null;
  }

  private static boolean isWithin(byte[] text, int at, int from, int to) {
    int number = digits(text, at);
    return number >= from && number <= to;
  }

  /** The number in two digits; negative where they are none. */
  private static int digits(byte[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1_000_000 : 10 * tens + ones;
  }

  /** Whether there is such a day, the 29th of February only in some years. */
  private static boolean isDay(String date) {
    int year = Integer.parseInt(date.substring(0, 4));
    int month = Integer.parseInt(date.substring(5, 7));
    int day = Integer.parseInt(date.substring(8));
    return year > 0
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= LocalDate.of(year, month, 1).lengthOfMonth();
  }
}
