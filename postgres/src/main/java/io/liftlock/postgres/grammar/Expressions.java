package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_varContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmt_no_parensContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/** Reads expressions, as far as safety asks. */
final class Expressions {

  private final List<Call> calls = new ArrayList<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private boolean query;

  private Expressions() {}

  /** What an expression says, or any other node that stands for a value or a condition. */
  static Expression of(ParserRuleContext node, Source source) {
    if (node instanceof VexContext vex) {
      return vex(vex, source);
    }
    List<String> itself = List.of(Conjuncts.normalised(node, source));
    return expression(node, source, Expression.Form.COMPUTED, itself, Set.of());
  }

  private static Expression vex(VexContext node, Source source) {
    List<VexContext> conjuncts = Conjuncts.of(node);
    Set<String> notNull = new LinkedHashSet<>();
    conjuncts.forEach(part -> Conjuncts.provenNotNull(part).ifPresent(notNull::add));
    List<String> texts =
        conjuncts.stream().map(part -> Conjuncts.normalised(part, source)).toList();
    return expression(node, source, Constants.form(node), texts, notNull);
  }

  private static Expression expression(
      ParserRuleContext node,
      Source source,
      Expression.Form form,
      List<String> conjuncts,
      Set<String> notNull) {
    Expressions named = new Expressions();
    named.collect(node);
    return new Expression(
        source.text(node),
        source.at(node),
        form,
        named.calls,
        named.columns,
        conjuncts,
        notNull,
        named.query);
  }

  private void collect(ParseTree node) {
    if (node instanceof Function_callContext call) {
      Calls.of(call).ifPresent(calls::add);
    } else if (node instanceof Indirection_varContext column) {
      ColumnReference.of(column).map(ColumnReference::name).ifPresent(columns::add);
    } else if (node instanceof Select_stmtContext || node instanceof Select_stmt_no_parensContext) {
      query = true;
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      collect(node.getChild(i));
    }
  }
}
