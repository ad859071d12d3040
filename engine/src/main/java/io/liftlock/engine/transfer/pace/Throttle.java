package io.liftlock.engine.transfer.pace;

import io.liftlock.core.transfer.Rate;
import io.liftlock.engine.run.Timing;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets bytes and rows pass at a rate at most, for all workers together: whoever comes waits until
 * what passed before has had its time, so that the rate holds over any stretch longer than one
 * piece. Safe for use by several threads.
 */
public final class Throttle {

  private static final double NANOS = 1e9;

  private final Timing timing;
  private final double most;
  private final double mostRows;
  private double allowed;
  private long total;
  private Instant free;

  /**
   * @param limit what a person allows; 0 for no limit
   */
  public Throttle(Timing timing, Rate limit) {
    this.timing = timing;
    this.most = limitless(limit.bytesPerSecond());
    this.mostRows = limitless(limit.rowsPerSecond());
    this.allowed = most;
    this.free = timing.now();
  }

  private static double limitless(long limit) {
    return limit == 0 ? Double.POSITIVE_INFINITY : limit;
  }

  /**
   * Returns when what has passed has had its time.
   *
   * @return false where the thread was asked to stop meanwhile
   */
  public boolean passed(long bytes, long rows) {
    Duration pause = reserve(bytes, rows);
    return pause.isZero() || timing.sleep(pause);
  }

  private synchronized Duration reserve(long bytes, long rows) {
    total += bytes;
    double seconds = Math.max(bytes / allowed, rows / mostRows);
    if (seconds == 0) {
      return Duration.ZERO;
    }
    Instant now = timing.now();
    free = (free.isBefore(now) ? now : free).plusNanos((long) (seconds * NANOS));
    return Duration.between(now, free);
  }

  /** Allows another rate in bytes a second from now on, never more than a person does. */
  public synchronized void allow(double bytesPerSecond) {
    allowed = Math.min(most, bytesPerSecond);
  }

  /** The bytes a second that are allowed now; infinite where there is no limit. */
  public synchronized double allowed() {
    return allowed;
  }

  /** How many bytes passed in all. */
  synchronized long total() {
    return total;
  }
}
