package io.liftlock.engine.safety.rules.partitions;

import io.liftlock.engine.safety.Moment;

/** Whether a statement gives up soon when others keep it waiting. */
final class Brief {

  private Brief() {}

  /** Whether a lock timeout is set. */
  static boolean waits(Moment moment) {
    return moment
        .transaction()
        .parameter("lock_timeout")
        .filter(value -> !value.matches("\\s*0\\s*\\w*\\s*"))
        .isPresent();
  }
}
