package io.liftlock.postgres.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IndirectionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_varContext;

/**
 * A column as an expression names it.
 *
 * @param qualifier the alias or table before the dot; empty where there is none
 * @param name the column
 */
record ColumnReference(Optional<String> qualifier, String name) {

  /** Empty for {@code $1} and for {@code t.*}, which name no column. */
  static Optional<ColumnReference> of(Indirection_varContext node) {
    if (node.identifier() == null || isStar(node)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>(List.of(Names.of(node.identifier())));
    if (node.indirection_list() != null) {
      for (IndirectionContext step : node.indirection_list().indirection()) {
        if (step.col_label() == null) {
          break;
        }
        parts.add(Names.of(step.col_label()));
      }
    }
    int last = parts.size() - 1;
    return Optional.of(
        new ColumnReference(
            last == 0 ? Optional.empty() : Optional.of(parts.get(last - 1)), parts.get(last)));
  }

  /** Whether it stands for all columns of a relation. */
  static boolean isStar(Indirection_varContext node) {
    return node.indirection_list() != null && node.indirection_list().MULTIPLY() != null;
  }
}
