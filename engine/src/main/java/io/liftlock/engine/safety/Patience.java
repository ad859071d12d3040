package io.liftlock.engine.safety;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of a timeout as PostgreSQL reads it. */
public final class Patience {

  private static final Pattern TIME = Pattern.compile("\\s*(\\d+)\\s*(us|ms|s|min|h|d|)\\s*");

  private Patience() {}

  /** A time, in milliseconds where no unit is said; empty where it is none. */
  public static Optional<Duration> of(String value) {
    Matcher matcher = TIME.matcher(value);
    if (!matcher.matches() || matcher.group(1).length() > 12) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "us" -> Duration.ofNanos(number * 1000);
          case "s" -> Duration.ofSeconds(number);
          case "min" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          default -> Duration.ofMillis(number);
        });
  }
}
