package io.liftlock.sqlite.transfer;

import io.liftlock.core.transfer.ColumnCensus.Trait;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
