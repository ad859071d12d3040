package io.liftlock.postgres.render;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;

/** Puts expressions into parentheses where a grammar asks for them. */
final class Parentheses {

  private Parentheses() {}

  /** The expression in parentheses; as it is where one pair already goes around all of it. */
  static String around(String expression) {
    Tokens tokens = Tokens.of(Dialect.POSTGRES, expression);
    boolean has = tokens.isSign(0, "(") && tokens.behindParens(0) == tokens.size();
    return has ? expression : "(" + expression + ")";
  }
}
