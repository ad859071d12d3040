package io.liftlock.postgres.transfer;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Turns text into the binary form of {@code numeric}: how many digits to the base of 10,000, the
 * power of the first one, the sign, how many decimal places are shown, and the digits.
 */
final class NumericText extends CollectedText {

  private static final int NEGATIVE = 0x4000;

  /** Signs of what is no number; PostgreSQL's text of them. */
  private static final Map<String, Integer> SPECIAL =
      Map.of("nan", 0xC000, "infinity", 0xD000, "inf", 0xD000, "-infinity", 0xF000, "-inf", 0xF000);

  /** The type's own limits. */
  private static final int MOST_PLACES = 16_383;

  private static final int MOST_WHOLE_DIGITS = 131_072;

  private final CopyStream out;
  private final Misfits misfits;
  private int[] digits = new int[64];

  NumericText(CopyStream out, Misfits misfits) {
    this.out = out;
    this.misfits = misfits;
  }

  @Override
  public void whole(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    boolean negative = at < end && bytes[at] == '-';
    if (negative) {
      at++;
    }
    int point = -1;
    for (int i = at; i < end; i++) {
      if (bytes[i] == '.' && point < 0) {
        point = i;
      } else if (bytes[i] < '0' || bytes[i] > '9') {
        unusual(new String(bytes, offset, length, StandardCharsets.UTF_8));
        return;
      }
    }
    int whole = (point < 0 ? end : point) - at;
    int places = point < 0 ? 0 : end - point - 1;
    misfits.unless(whole + places > 0, "text is no number");
    put(bytes, at, whole, places, negative);
  }

  /**
   * @param at where the first digit is
   * @param whole how many digits there are before the point
   * @param places how many there are behind it
   */
  private void put(byte[] bytes, int at, int whole, int places, boolean negative) {
    misfits.unless(
        whole <= MOST_WHOLE_DIGITS && places <= MOST_PLACES, "a number has too many digits");
    int groupsBefore = (whole + 3) / 4;
    int groups = groupsBefore + (places + 3) / 4;
    if (digits.length < groups) {
      digits = new int[groups];
    }
    int lead = groupsBefore * 4 - whole;
    for (int group = 0; group < groups; group++) {
      int value = 0;
      for (int i = 0; i < 4; i++) {
        // The decimal digit's index, counted from the first one and without the point.
        int index = group * 4 + i - lead;
        int digit = 0;
        if (index >= 0 && index < whole + places) {
          digit = bytes[at + index + (index < whole ? 0 : 1)] - '0';
        }
        value = value * 10 + digit;
      }
      digits[group] = value;
    }
    int first = 0;
    while (first < groups && digits[first] == 0) {
      first++;
    }
    int last = groups;
    while (last > first && digits[last - 1] == 0) {
      last--;
    }
    int count = last - first;
    out.putInt(8 + 2 * count);
    out.putShort(count);
    out.putShort(count == 0 ? 0 : groupsBefore - 1 - first);
    // There is no negative zero.
    out.putShort(negative && count > 0 ? NEGATIVE : 0);
    out.putShort(places);
    for (int group = first; group < last; group++) {
      out.putShort(digits[group]);
    }
  }

  private void unusual(String text) {
    String trimmed = text.strip();
    Integer special = SPECIAL.get(trimmed.toLowerCase(Locale.ROOT).replaceFirst("^\\+", ""));
    if (special != null) {
      out.putInt(8);
      out.putShort(0);
      out.putShort(0);
      out.putShort(special);
      out.putShort(0);
      return;
    }
    BigDecimal number;
    try {
      number = new BigDecimal(trimmed);
    } catch (NumberFormatException e) {
      throw misfits.refused("text is no number");
    }
    misfits.unless(
        number.scale() <= MOST_PLACES
            && (long) number.precision() - number.scale() <= MOST_WHOLE_DIGITS,
        "a number has too many digits");
    byte[] plain = number.toPlainString().getBytes(StandardCharsets.US_ASCII);
    whole(plain, 0, plain.length);
  }
}
