package io.liftlock.postgres.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Value_expression_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/** Takes conditions apart at their ANDs. */
final class Conjuncts {

  private Conjuncts() {}

  /** What AND joins at the top of an expression, parentheses taken away. */
  static List<VexContext> of(VexContext node) {
    List<VexContext> all = new ArrayList<>();
    collect(node, all);
    return all;
  }

  private static void collect(VexContext node, List<VexContext> all) {
    VexContext bare = withoutParentheses(node);
    boolean and = bare.AND() != null && bare.BETWEEN() == null;
    if (and) {
      bare.vex().forEach(side -> collect(side, all));
    } else {
      all.add(bare);
    }
  }

  /**
   * The column that cannot be NULL where a condition is true: that of {@code c IS NOT NULL}, which
   * may be written {@code c NOTNULL} and {@code NOT (c IS NULL)}.
   */
  static Optional<String> provenNotNull(VexContext condition) {
    boolean negated = condition.getChild(0) instanceof TerminalNode && condition.NOT() != null;
    if (negated && condition.vex().size() == 1) {
      VexContext inner = withoutParentheses(condition.vex(0));
      boolean isNull = inner.ISNULL() != null || (isNullTest(inner) && inner.NOT() == null);
      return isNull ? column(inner.vex(0)) : Optional.empty();
    }
    boolean notNull =
        condition.NOTNULL() != null || (isNullTest(condition) && condition.NOT() != null);
    return notNull ? column(condition.vex(0)) : Optional.empty();
  }

  private static boolean isNullTest(VexContext node) {
    return node.IS() != null && node.NULL() != null;
  }

  /** The column that an expression is, where it is nothing else. */
  static Optional<String> column(VexContext node) {
    Value_expression_primaryContext primary = withoutParentheses(node).value_expression_primary();
    if (primary == null || primary.indirection_var() == null) {
      return Optional.empty();
    }
    return ColumnReference.of(primary.indirection_var()).map(ColumnReference::name);
  }

  /** An expression without the parentheses around it. */
  static VexContext withoutParentheses(VexContext node) {
    VexContext bare = node;
    while (bare.getChild(0) == bare.LEFT_PAREN()
        && bare.LEFT_PAREN() != null
        && bare.vex().size() == 1
        && bare.indirection_list() == null) {
      bare = bare.vex(0);
    }
    return bare;
  }

  /** A node as written, with single blanks where blanks or comments stand. */
  static String normalised(ParserRuleContext node, Source source) {
    StringBuilder text = new StringBuilder();
    append(node, source, text, new int[] {-1});
    return text.toString();
  }

  private static void append(ParseTree node, Source source, StringBuilder text, int[] end) {
    if (node instanceof TerminalNode leaf) {
      int start = source.start(leaf.getSymbol());
      if (end[0] >= 0 && start > end[0]) {
        text.append(' ');
      }
      end[0] = source.end(leaf.getSymbol());
      text.append(source.text(), start, end[0]);
      return;
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      append(node.getChild(i), source, text, end);
    }
  }
}
