package io.liftlock.engine.safety;

import io.liftlock.core.report.Fix;

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

  /**
   * Takes what is found in one of a migration's moments: what is known only behind the last
   * statement may still be the fault of one.
   */
  Findings of(Moment moment);
}
