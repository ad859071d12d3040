package io.liftlock.engine.safety.rules.session;

import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Patience;
import io.liftlock.engine.safety.Rule;
import java.time.Duration;

/** A script takes away the limit on waiting for locks. Hazards T6, T7. */
public final class LockTimeoutTooLong implements Rule {

  private static final Duration LONGEST = Duration.ofSeconds(10);

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
        .filter(value -> Patience.of(value).filter(LockTimeoutTooLong::isLong).isPresent())
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
}
