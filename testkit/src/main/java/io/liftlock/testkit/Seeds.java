package io.liftlock.testkit;

import java.util.Random;

/**
 * Randomness that can be had again: a failure names the seed, and {@code -Dliftlock.test.seed=N}
 * runs with it.
 */
public final class Seeds {

  private static final String PROPERTY = "liftlock.test.seed";

  private Seeds() {}

  /** A test that needs randomness. */
  @FunctionalInterface
  public interface Trial {
    /** Fails by throwing whatever it likes. */
    void run(Random random) throws Exception;
  }

  /** Runs a trial once. */
  public static void once(Trial trial) {
    times(1, trial);
  }

  /**
   * Runs a trial several times, each with a seed of its own; only once where a seed is given.
   *
   * @throws AssertionError naming the seed, where a trial fails
   */
  public static void times(int count, Trial trial) {
    String given = System.getProperty(PROPERTY);
    if (given != null) {
      run(Long.parseLong(given), trial);
      return;
    }
    long first = System.nanoTime();
    for (int i = 0; i < count; i++) {
      run(first + i, trial);
    }
  }

  private static void run(long seed, Trial trial) {
    try {
      trial.run(new Random(seed));
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          e.getMessage() + "\n\nThe same again: -D" + PROPERTY + "=" + seed, e);
    }
  }
}
