package io.liftlock.sqlite.grammar;

import java.io.Serial;

/** A text that SQLite's grammar refuses. */
final class SyntaxProblem extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final int at;
  private final String reason;

  /**
   * Says where and why.
   *
   * @param at 0-based offset in the text
   * @param reason what was expected there, in one sentence without a full stop
   */
  SyntaxProblem(int at, String reason) {
    super(reason, null, false, false);
    this.at = at;
    this.reason = reason;
  }

  /** 0-based offset in the text. */
  int at() {
    return at;
  }

  /** What was expected there. */
  String reason() {
    return reason;
  }
}
