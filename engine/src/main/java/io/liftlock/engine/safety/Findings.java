package io.liftlock.engine.safety;

import io.liftlock.core.report.Fix;
import java.util.Optional;

/** Takes what a rule finds. */
public interface Findings {

  /**
   * Something was found, and there is no other way to do it.
   *
   * @param at 0-based offset in the statement's text of what is meant; 0 for the statement as a
   *     whole
   * @param message what is wrong, in one sentence without a full stop
   * @param breaks who notices, and how, in one sentence without a full stop
   */
  void add(int at, String message, String breaks);

  /** Something was found, and this is the safe way. */
  void add(int at, String message, String breaks, Fix fix);

  /** Something was found, and there may be a safe way. */
  default void add(int at, String message, String breaks, Optional<Fix> fix) {
    fix.ifPresentOrElse(way -> add(at, message, breaks, way), () -> add(at, message, breaks));
  }

  /**
   * Takes what is found in one of a migration's moments: what is known only behind the last
   * statement may still be the fault of one.
   */
  Findings of(Moment moment);
}
