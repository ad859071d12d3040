package io.liftlock.engine.transfer.pace;

import io.liftlock.engine.run.Timing;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps a small server answering: asks it something trivial now and then, halves the rate where it
 * takes too long to answer, and raises it by a little where it does not. That is how TCP finds the
 * rate that a line bears (additive increase, multiplicative decrease; D.-M. Chiu and R. Jain,
 * 1989).
 */
public final class ResponseWatch {

  /** Above this, half: people wait for pages that ask more than once. */
  private static final long SLOW_MILLIS = 200;

  private static final double FIRST = 4 << 20;
  private static final double STEP = 512 << 10;
  private static final double LEAST = 128 << 10;

  /** How much more than what really passes may be allowed; else a rise would say nothing. */
  private static final double HEADROOM = 1.5;

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Throttle throttle;
  private final Timing timing;
  private final Runnable question;
  private final Slowed slowed;
  private Instant last;
  private long passed;

  /** Is told that less is asked from now on. */
  public interface Slowed {

    /** The server took so long to answer, so no more than that passes from now on. */
    void slowed(long responseMillis, long bytesPerSecond);
  }

  /**
   * Begins with a rate that the smallest servers bear.
   *
   * @param question something trivial that the server is asked
   * @param slowed is told of every decrease
   */
  public ResponseWatch(Throttle throttle, Timing timing, Runnable question, Slowed slowed) {
    this.throttle = throttle;
    this.timing = timing;
    this.question = question;
    this.slowed = slowed;
    this.last = timing.now();
    throttle.allow(FIRST);
  }

  /**
   * Asks once, and adjusts the rate.
   *
   * @return false where the thread was asked to stop
   */
  public boolean look() {
    Instant asked = timing.now();
    question.run();
    Instant answered = timing.now();
    adjust(Duration.between(asked, answered).toMillis(), answered);
    return timing.sleep(PAUSE);
  }

  private void adjust(long millis, Instant now) {
    double seconds = Duration.between(last, now).toNanos() / 1e9;
    long total = throttle.total();
    double real = seconds > 0 ? (total - passed) / seconds : 0;
    last = now;
    passed = total;
    double allowed = throttle.allowed();
    if (millis > SLOW_MILLIS) {
      // What really passed was too much, whatever was allowed.
      double less = Math.max(LEAST, (real > 0 ? Math.min(allowed, real) : allowed) / 2);
      throttle.allow(less);
      slowed.slowed(millis, (long) less);
    } else if (real * HEADROOM > allowed - STEP) {
      throttle.allow(allowed + STEP);
    }
  }
}
