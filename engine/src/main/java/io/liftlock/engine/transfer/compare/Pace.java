package io.liftlock.engine.transfer.compare;

import io.liftlock.engine.run.Timing;
import java.time.Duration;
import java.time.Instant;

/** Keeps one side from being read faster than is wanted, by all of its readers together. */
final class Pace {

  private final Timing timing;
  private final long bytesPerSecond;
  private Instant next;

  /**
   * @param bytesPerSecond 0 for no limit
   */
  Pace(Timing timing, long bytesPerSecond) {
    this.timing = timing;
    this.bytesPerSecond = bytesPerSecond;
    this.next = timing.now();
  }

  /** Returns when that many bytes may be read. */
  void await(long bytes) {
    if (bytesPerSecond == 0 || bytes <= 0) {
      return;
    }
    Duration pause = reserve(bytes);
    if (pause.isNegative() || pause.isZero()) {
      return;
    }
    try {
      timing.sleeper().sleep(pause);
    } catch (InterruptedException e) {
      throw Interruption.told();
    }
  }

  /** Whoever comes later waits until what was reserved before has had its time. */
  private synchronized Duration reserve(long bytes) {
    Instant now = timing.now();
    Instant start = next.isBefore(now) ? now : next;
    next = start.plusNanos((long) (bytes * 1e9 / bytesPerSecond));
    return Duration.between(now, start);
  }

  /** How much is read in one statement at most, so that the pace is even. */
  long piece(long most) {
    return bytesPerSecond == 0 ? most : Math.max(1 << 20, Math.min(most, bytesPerSecond / 2));
  }
}
