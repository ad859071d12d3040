package io.liftlock.engine.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Time and chance, as far as a run needs them.
 *
 * @param clock tells the time
 * @param sleeper lets it pass
 * @param random for jitter
 */
public record Timing(Clock clock, Sleeper sleeper, RandomGenerator random) {

  /** The machine's own clock. */
  public static Timing system() {
    return new Timing(Clock.systemUTC(), Sleeper.THREAD, RandomGenerator.getDefault());
  }

  /** Now. */
  public Instant now() {
    return clock.instant();
  }

  /**
   * A pause between half of it and one and a half of it, so that those who wait do not march in
   * step.
   */
  public Duration jitter(Duration pause) {
    return Duration.ofMillis((long) (pause.toMillis() * (0.5 + random.nextDouble())));
  }

  /**
   * Sleeps.
   *
   * @return false where the thread was asked to stop; its interrupt flag is set again
   */
  public boolean sleep(Duration pause) {
    try {
      sleeper.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
