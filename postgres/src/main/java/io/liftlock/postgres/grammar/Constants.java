package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Expression.Form;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Array_elementsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Value_expression_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/** Tells literals from what must be computed. */
final class Constants {

  private Constants() {}

  /** Which form an expression has: a cast or collation of a literal is one, too. */
  static Form form(VexContext written) {
    VexContext node = Conjuncts.withoutParentheses(written);
    Value_expression_primaryContext primary = node.value_expression_primary();
    if (primary != null) {
      return form(primary);
    }
    if (node.CAST_EXPRESSION() != null || node.collate_identifier() != null) {
      return form(node.vex(0));
    }
    boolean sign = node.getChild(0) == node.PLUS() || node.getChild(0) == node.MINUS();
    return sign && node.vex().size() == 1 && form(node.vex(0)) == Form.LITERAL
        ? Form.LITERAL
        : Form.COMPUTED;
  }

  private static Form form(Value_expression_primaryContext node) {
    if (node.NULL() != null) {
      return Form.NULL;
    }
    if (node.expr_const() != null || node.type_coercion() != null) {
      return Form.LITERAL;
    }
    if (node.array_expression() != null && node.array_expression().array_elements() != null) {
      return form(node.array_expression().array_elements());
    }
    Function_callContext call = node.function_call();
    if (call == null
        || call.system_function() == null
        || call.system_function().cast_specification() == null) {
      return Form.COMPUTED;
    }
    return form(call.system_function().cast_specification().vex());
  }

  private static Form form(Array_elementsContext node) {
    for (ParseTree child : node.children) {
      boolean computed =
          (child instanceof VexContext vex && form(vex) == Form.COMPUTED)
              || (child instanceof Array_elementsContext inner && form(inner) == Form.COMPUTED);
      if (computed) {
        return Form.COMPUTED;
      }
    }
    return Form.LITERAL;
  }
}
