package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_identifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_subqueryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Update_setContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.When_conditionContext;

/** Reads what SET gives to columns. */
final class Assignments {

  private final Source source;
  private final Map<String, Expression> values = new LinkedHashMap<>();

  Assignments(Source source) {
    this.source = source;
  }

  /** Those of an UPDATE. */
  Map<String, Expression> set(List<Update_setContext> parts) {
    parts.forEach(part -> add(part, part.indirection_identifier()));
    return values;
  }

  /** Those of all branches of a MERGE that update. */
  Map<String, Expression> merge(List<When_conditionContext> branches) {
    for (When_conditionContext branch : branches) {
      if (branch.merge_matched() != null) {
        branch.merge_matched().merge_update().forEach(p -> add(p, p.indirection_identifier()));
      }
    }
    return values;
  }

  /** The names of columns, without the fields and elements of them. */
  static List<String> columns(List<Indirection_identifierContext> columns) {
    return columns.stream().map(column -> Names.of(column.identifier())).toList();
  }

  private void add(ParserRuleContext part, List<Indirection_identifierContext> targets) {
    List<String> columns = columns(targets);
    List<Expression> given = new ArrayList<>();
    for (ParseTree child : part.children) {
      if (child instanceof VexContext value) {
        given.add(Expressions.of(value, source));
      } else if (child instanceof Table_subqueryContext query) {
        columns.forEach(column -> given.add(Expressions.of(query, source)));
      } else if (child instanceof TerminalNode leaf
          && leaf.getSymbol().getType() == SQLParser.DEFAULT) {
        given.add(columnDefault(leaf));
      }
    }
    for (int i = 0; i < Math.min(columns.size(), given.size()); i++) {
      values.put(columns.get(i), given.get(i));
    }
  }

  private Expression columnDefault(TerminalNode word) {
    return new Expression(
        word.getText(),
        source.at(word.getSymbol()),
        Expression.Form.COMPUTED,
        List.of(),
        Set.of(),
        List.of(word.getText()),
        Set.of(),
        false);
  }
}
