package io.liftlock.engine.safety.rules.objects;

import io.liftlock.engine.safety.Moment;

/** What happens in one transaction. */
final class Together {

  private Together() {}

  /** Whether a moment comes behind another one in the same transaction. */
  static boolean follows(Moment first, Moment later) {
    return later.transaction().before().stream()
        .anyMatch(past -> past.command().equals(first.command()));
  }

  /** Whether a statement gives up soon when others keep it waiting. */
  static boolean givesUpSoon(Moment moment) {
    return moment
        .transaction()
        .parameter("lock_timeout")
        .filter(value -> !value.matches("\\s*0\\s*\\w*\\s*"))
        .isPresent();
  }
}
