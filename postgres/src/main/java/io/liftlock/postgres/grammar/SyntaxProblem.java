package io.liftlock.postgres.grammar;

import java.io.Serial;
import org.antlr.v4.runtime.Token;

/** A text that the grammar refuses, or takes though no server does. */
final class SyntaxProblem extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final int at;
  private final String reason;

  /**
   * Says where and why.
   *
   * @param at 0-based offset in the text of the {@link Source}
   * @param reason what was expected there, in one sentence without a full stop
   */
  SyntaxProblem(int at, String reason) {
    super(reason, null, false, false);
    this.at = at;
    this.reason = reason;
  }

  /** That a token cannot stand where it does. */
  static SyntaxProblem at(Token token, Source source) {
    return new SyntaxProblem(source.start(token), "syntax error at \"" + token.getText() + '"');
  }

  /** 0-based offset in the text of the source. */
  int at() {
    return at;
  }

  /** What was expected there. */
  String reason() {
    return reason;
  }
}
