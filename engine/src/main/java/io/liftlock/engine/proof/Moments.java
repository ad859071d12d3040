package io.liftlock.engine.proof;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Dates and times within limits. They lie in the past, so that "not in the future" holds. */
final class Moments {

  private static final LocalDateTime FIRST = LocalDateTime.of(2001, 1, 1, 0, 0);

  /** Stands in for the moment a row is written where a value must come after it. */
  private static final LocalDateTime LATER = LocalDateTime.of(2100, 1, 1, 0, 0);

  /** Stands in for it where a value must come before it. */
  private static final LocalDateTime EARLIER = LocalDateTime.of(2024, 1, 1, 0, 0);

  private Moments() {}

  /**
   * The n-th moment within what is asked.
   *
   * @param unit how far two that follow each other are apart
   */
  static LocalDateTime at(Wish wish, long n, Duration unit) {
    LocalDateTime low = null;
    LocalDateTime high = null;
    for (Limit limit : wish.limits()) {
      boolean above = limit.side() == Limit.Side.ABOVE;
      LocalDateTime bound = parse(limit.constant(), above ? LATER : EARLIER);
      if (bound != null && above) {
        LocalDateTime least = limit.open() ? bound.plus(unit) : bound;
        low = low == null || least.isAfter(low) ? least : low;
      } else if (bound != null) {
        LocalDateTime most = limit.open() ? bound.minus(unit) : bound;
        high = high == null || most.isBefore(high) ? most : high;
      }
    }
    if (low != null && high != null) {
      long span = Math.max(0, Duration.between(low, high).dividedBy(unit));
      return low.plus(unit.multipliedBy(n % (span + 1)));
    }
    if (low != null && low.isAfter(FIRST)) {
      return low.plus(unit.multipliedBy(n % 5_000));
    }
    LocalDateTime moment =
        FIRST.plus(unit.multipliedBy(n % (unit.toDays() > 0 ? 8_000 : 7_000_000)));
    if (high != null && moment.isAfter(high)) {
      return high.minus(unit.multipliedBy(n % 5_000));
    }
    return moment;
  }

  private static @Nullable LocalDateTime parse(String constant, LocalDateTime now) {
    if (constant.equals(Limit.NOW)) {
      return now;
    }
    String text = constant.strip();
    try {
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return LocalDate.parse(text).atStartOfDay();
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?.*")) {
        LocalDate date = LocalDate.parse(text.substring(0, 10));
        String time = text.substring(11).replaceAll("(Z|[-+]\\d{2}(:?\\d{2})?)$", "");
        return date.atTime(LocalTime.parse(time));
      }
      if (text.matches("\\d{2}:\\d{2}(:\\d{2})?.*")) {
        return FIRST.toLocalDate().atTime(LocalTime.parse(text.replaceAll("[-+]\\d{2}.*$", "")));
      }
    } catch (DateTimeException e) {
      return null;
    }
    return null;
  }
}
