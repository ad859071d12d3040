package io.liftlock.engine.deploy;

import io.liftlock.core.event.Listener;
import io.liftlock.engine.run.Timing;

/**
 * Takes a database to a new home: makes the target's schema, copies the rows, has both compared,
 * and only then migrates on. Whatever interrupts it, moving again goes on from there.
 */
public final class NewHome {

  private final NewHomeRequest request;
  private final Timing timing;
  private final Listener listener;

  /**
   * @param request which database goes where
   * @param timing time and chance
   * @param listener is told what happens
   */
  public NewHome(NewHomeRequest request, Timing timing, Listener listener) {
    this.request = request;
    this.timing = timing;
    this.listener = listener;
  }

  /**
   * Moves.
   *
   * @throws io.liftlock.core.error.LiftlockException where nothing may be changed; with
   *     COPY_STOPPED where rows are partly copied and the next call continues
   */
  public NewHomeResult move() {
    throw new UnsupportedOperationException(request + " " + timing + listener);
  }
}
