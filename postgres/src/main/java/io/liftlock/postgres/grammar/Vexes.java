package io.liftlock.postgres.grammar;

import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Collate_identifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_varContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Value_expression_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/** What keys of indexes and partitions are made of: columns, or expressions. */
final class Vexes {

  private Vexes() {}

  /** The column that an expression consists of, parentheses and collation left aside. */
  static Optional<String> column(VexContext node) {
    VexContext inner = withoutCollation(node);
    Value_expression_primaryContext primary = inner.value_expression_primary();
    Indirection_varContext variable = primary == null ? null : primary.indirection_var();
    return variable == null || variable.identifier() == null || variable.indirection_list() != null
        ? Optional.empty()
        : Optional.of(Names.of(variable.identifier()));
  }

  /** The collation that is said of an expression, as written. */
  static Optional<String> collation(VexContext node) {
    VexContext inner = withoutParentheses(node);
    return inner.collate_identifier() == null
        ? Optional.empty()
        : Optional.of(collation(inner.collate_identifier()));
  }

  /** The collation's name. */
  static String collation(Collate_identifierContext node) {
    return Names.of(node.collation).toString();
  }

  /** The expression that a collation is said of; itself where there is none. */
  static VexContext withoutCollation(VexContext node) {
    VexContext inner = withoutParentheses(node);
    return inner.collate_identifier() == null ? inner : withoutCollation(inner.vex(0));
  }

  private static VexContext withoutParentheses(VexContext node) {
    boolean parentheses =
        node.LEFT_PAREN() != null
            && node.vex().size() == 1
            && node.getStart() == node.LEFT_PAREN().getSymbol()
            && node.indirection_list() == null;
    return parentheses ? withoutParentheses(node.vex(0)) : node;
  }
}
