package io.liftlock.postgres.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SconstContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Value_expression_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/** Reads a text that is one literal, or several joined by {@code ||}. */
final class LiteralText {

  private LiteralText() {}

  /** The text with the place of each of its characters; empty where it must be computed. */
  static Optional<Source> of(VexContext node, Source source) {
    List<SconstContext> parts = new ArrayList<>();
    if (!collect(node, parts)) {
      return Optional.empty();
    }
    return Optional.of(Source.joined(parts.stream().map(p -> BodyText.of(p, source)).toList()));
  }

  private static boolean collect(VexContext written, List<SconstContext> parts) {
    VexContext node = Conjuncts.withoutParentheses(written);
    Value_expression_primaryContext primary = node.value_expression_primary();
    if (primary != null) {
      boolean string = primary.expr_const() != null && primary.expr_const().sconst() != null;
      return string && parts.add(primary.expr_const().sconst());
    }
    boolean joins = node.op() != null && node.vex().size() == 2 && node.op().getText().equals("||");
    return joins && collect(node.vex(0), parts) && collect(node.vex(1), parts);
  }
}
