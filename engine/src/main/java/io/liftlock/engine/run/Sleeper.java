package io.liftlock.engine.run;

import java.time.Duration;

/** Lets time pass. A parameter, so that no test waits for a wall clock. */
@FunctionalInterface
public interface Sleeper {

  /** Puts the thread to sleep. */
  Sleeper THREAD = duration -> Thread.sleep(duration.toMillis());

  /**
   * Returns after that time.
   *
   * @throws InterruptedException where somebody wants this thread to stop
   */
  void sleep(Duration duration) throws InterruptedException;
}
