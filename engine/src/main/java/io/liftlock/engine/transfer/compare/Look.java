package io.liftlock.engine.transfer.compare;

import io.liftlock.core.error.LiftlockException;
import io.liftlock.engine.run.Timing;

/**
 * One look at two databases, each at one point.
 *
 * @param options how
 * @param timing the clock
 * @param progress hears how far it is
 * @param a reads one side
 * @param b reads the other one
 * @param hashing what both sides agreed on
 */
record Look(
    CompareOptions options, Timing timing, Progress progress, Crew a, Crew b, Hashing hashing) {

  /** The same, with the text of every column. */
  Look textOnly() {
    return new Look(options, timing, progress, a, b, hashing.textOnly());
  }

  /** Whether only a part of the rows is looked at. */
  boolean isSample() {
    return options.sample() < 1;
  }

  /** Throws on what is no matter of one table. */
  void requireAlive(LiftlockException failure) {
    a.requireAlive(failure);
    b.requireAlive(failure);
  }
}
