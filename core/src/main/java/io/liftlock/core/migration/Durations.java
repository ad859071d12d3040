package io.liftlock.core.migration;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as people write them. */
public final class Durations {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,9})\\s*(ms|s|sec|m|min|h|hours?|d|days?)?");

  private Durations() {}

  /**
   * {@code 500ms}, {@code 2s}, {@code 5min}, {@code 1h}, {@code 0}. A number without a unit other
   * than 0 is not read: it could mean seconds as well as milliseconds.
   */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2);
    if (unit == null) {
      return number == 0 ? Optional.of(Duration.ZERO) : Optional.empty();
    }
    return Optional.of(
        switch (unit) {
          case "ms" -> Duration.ofMillis(number);
          case "s", "sec" -> Duration.ofSeconds(number);
          case "m", "min" -> Duration.ofMinutes(number);
          case "h", "hour", "hours" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }
}
