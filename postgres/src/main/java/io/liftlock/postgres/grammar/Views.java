package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateView;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_view_statementContext;

/** Reads CREATE VIEW and CREATE MATERIALIZED VIEW. */
final class Views {

  private Views() {}

  /** CREATE VIEW and CREATE MATERIALIZED VIEW. */
  static Command of(Create_view_statementContext node, Source source) {
    if (node.MATERIALIZED() != null && node.REPLACE() != null) {
      throw SyntaxProblem.at(node.MATERIALIZED().getSymbol(), source);
    }
    return new CreateView(
        Names.of(node.name),
        node.REPLACE() != null,
        node.MATERIALIZED() != null,
        node.NO() == null,
        node.TEMP() != null
            || node.TEMPORARY() != null
            || "pg_temp".equals(Names.of(node.name).schema()),
        node.column_names == null ? List.of() : Names.all(node.column_names.identifier()),
        Options.of(node.storage_parameters(), source),
        Queries.of(node.v_query, source));
  }
}
