package io.liftlock.sqlite.transfer;

import java.util.concurrent.Semaphore;

/**
 * Who of this process writes next. SQLite takes one writer at a time and lets the others ask again
 * and again until their patience ends; here they wait in a row for as long as it takes.
 */
final class Turn {

  private final Semaphore free = new Semaphore(1, true);

  /** Waits until nobody else writes. */
  void take() {
    free.acquireUninterruptibly();
  }

  /** Lets the next one write. */
  void pass() {
    free.release();
  }
}
