package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Expression;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads expressions. */
final class Expressions {

  private Expressions() {}

  /** What an expression says, a vex or any other node that has a value. */
  static Expression of(ParserRuleContext node, Source source) {
    String text = source.text(node);
    return new Expression(
        text,
        source.at(node),
        Expression.Form.COMPUTED,
        List.of(),
        Set.of(),
        List.of(text),
        Set.of(),
        false);
  }
}
