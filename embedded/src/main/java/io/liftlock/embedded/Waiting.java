package io.liftlock.embedded;

import java.io.IOException;
import java.time.Duration;

/** Looks again and again at what another process does. */
final class Waiting {

  private Waiting() {}

  /** Something that can be seen. */
  interface Condition {
    boolean holds() throws IOException;
  }

  /** Whether a condition held before a time had passed. */
  static boolean until(Duration longest, Condition condition) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for the server", e);
      }
    }
    return true;
  }
}
