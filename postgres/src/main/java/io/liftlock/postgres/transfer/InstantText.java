package io.liftlock.postgres.transfer;

/**
 * Reads dates and times that are written as ISO 8601 has it, with four digits of the year: {@code
 * 2026-11-20}, {@code 2026-11-20 17:30}, {@code 2026-11-20T17:30:00.123456+01:00}, {@code …Z}.
 * Whatever else PostgreSQL understands is left to it.
 */
final class InstantText {

  /** From the first day of 1970 to that of 2000, from which PostgreSQL counts. */
  private static final int DAYS_TO_2000 = 10_957;

  private static final long DAY_MICROS = 86_400_000_000L;
  private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final byte[] bytes;
  private final int end;
  private int at;
  private boolean usual = true;

  private InstantText(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.at = offset;
    this.end = offset + length;
  }

  /** Writes the days of a date. */
  static boolean date(CopyStream out, byte[] bytes, int offset, int length) {
    InstantText text = new InstantText(bytes, offset, length);
    int days = text.days();
    if (!text.usual || text.at != text.end) {
      return false;
    }
    out.putInt(Integer.BYTES);
    out.putInt(days);
    return true;
  }

  /** Writes the microseconds of a time without a zone. */
  static boolean timestamp(CopyStream out, byte[] bytes, int offset, int length) {
    InstantText text = new InstantText(bytes, offset, length);
    return text.put(out, text.micros());
  }

  /** Writes the microseconds of a time with a zone; without one it is that of the session: UTC. */
  static boolean timestamptz(CopyStream out, byte[] bytes, int offset, int length) {
    InstantText text = new InstantText(bytes, offset, length);
    long micros = text.micros();
    return text.put(out, micros - text.zoneMicros());
  }

  private boolean put(CopyStream out, long micros) {
    if (!usual || at != end) {
      return false;
    }
    out.putInt(Long.BYTES);
    out.putLong(micros);
    return true;
  }

  private int days() {
    int year = digits(4);
    sign('-');
    int month = digits(2);
    sign('-');
    int day = digits(2);
    if (!usual || year < 1 || month < 1 || month > 12 || day < 1 || day > last(year, month)) {
      usual = false;
      return 0;
    }
    // Howard Hinnant, chrono-compatible low-level date algorithms: days_from_civil; years begin
    // in March there, so that the leap day is the last one.
    int shifted = month <= 2 ? year - 1 : year;
    int era = shifted / 400;
    int yearOfEra = shifted - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468 - DAYS_TO_2000;
  }

  private static int last(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : MONTH_DAYS[month - 1];
  }

  private long micros() {
    long micros = days() * DAY_MICROS;
    if (!usual || at == end) {
      return micros;
    }
    if (bytes[at] != ' ' && bytes[at] != 'T') {
      usual = false;
    }
    at++;
    int hour = digits(2);
    sign(':');
    int minute = digits(2);
    int second = 0;
    if (is(':')) {
      at++;
      second = digits(2);
    }
    long fraction = is('.') ? fraction() : 0;
    usual &= hour < 24 && minute < 60 && second < 60;
    return micros + ((hour * 60L + minute) * 60 + second) * 1_000_000 + fraction;
  }

  private long fraction() {
    at++;
    long fraction = 0;
    int count = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      fraction = fraction * 10 + (bytes[at++] - '0');
      // What is finer is rounded, by rules that are the server's.
      usual &= ++count <= 6;
    }
    usual &= count > 0;
    for (; count < 6; count++) {
      fraction *= 10;
    }
    return fraction;
  }

  private long zoneMicros() {
    if (!usual || at == end) {
      return 0;
    }
    if (is('Z')) {
      at++;
      return 0;
    }
    boolean west = is('-');
    usual &= west || is('+');
    at++;
    int hours = digits(2);
    int minutes = 0;
    if (is(':')) {
      at++;
      minutes = digits(2);
    }
    usual &= hours < 15 && minutes < 60;
    long micros = (hours * 60L + minutes) * 60_000_000;
    return west ? -micros : micros;
  }

  private boolean is(char sign) {
    return at < end && bytes[at] == sign;
  }

  private void sign(char sign) {
    usual &= is(sign);
    at++;
  }

  private int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, at++) {
      if (at >= end || bytes[at] < '0' || bytes[at] > '9') {
        usual = false;
        return 0;
      }
      value = value * 10 + (bytes[at] - '0');
    }
    return value;
  }
}
