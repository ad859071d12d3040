package io.liftlock.engine.safety.rules.session;

import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script takes away the limit on waiting for locks. Hazards T6, T7. */
public final class LockTimeoutTooLong implements Rule {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Pattern TIME = Pattern.compile("\\s*(\\d{1,9})\\s*(us|ms|s|min|h|d|)\\s*");

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    if (moment.forecast().locks().stream().noneMatch(lock -> lock.mode().blocksReads())) {
      return;
    }
    moment
        .transaction()
        .parameter("lock_timeout")
        .filter(value -> time(value).filter(LockTimeoutTooLong::isLong).isPresent())
        .ifPresent(
            value ->
                findings.add(
                    0,
                    "lock_timeout is " + value + " while the statement asks for ACCESS EXCLUSIVE",
                    "Whoever reads or writes the table waits as long as it waits: behind one long"
                        + " transaction the application stands still"));
  }

  private static boolean isLong(Duration time) {
    return time.isZero() || time.compareTo(LONGEST) > 0;
  }

  private static Optional<Duration> time(String value) {
    Matcher matcher = TIME.matcher(value);
    if (!matcher.matches()) {
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
