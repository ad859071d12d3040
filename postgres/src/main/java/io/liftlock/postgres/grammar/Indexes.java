package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.core.syntax.IndexPart;
import java.util.List;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Index_columnContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Index_columnsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Index_restContext;

/** Reads CREATE INDEX. */
final class Indexes {

  private Indexes() {}

  /** CREATE INDEX. */
  static Command of(Create_index_statementContext node, Source source) {
    Index_restContext rest = node.index_rest();
    return new CreateIndex(
        Optional.ofNullable(node.name).map(Names::of),
        Names.of(node.table_name),
        node.if_not_exists() != null,
        node.ONLY() != null,
        node.UNIQUE() != null,
        node.CONCURRENTLY() != null,
        rest.method == null ? "btree" : Names.of(rest.method),
        parts(rest.index_columns(), source),
        rest.including_index() == null ? List.of() : Names.all(rest.including_index().identifier()),
        Optional.ofNullable(rest.index_where()).map(where -> Expressions.of(where.vex(), source)));
  }

  /** What an index, or ON CONFLICT, is ordered by. */
  static List<IndexPart> parts(Index_columnsContext node, Source source) {
    return node.index_column().stream().map(part -> part(part, source)).toList();
  }

  private static IndexPart part(Index_columnContext node, Source source) {
    Optional<String> column = Vexes.column(node.column);
    return new IndexPart(
        column,
        column.isPresent()
            ? Optional.empty()
            : Optional.of(Expressions.of(Vexes.withoutCollation(node.column), source)),
        Vexes.collation(node.column),
        Optional.ofNullable(node.operator_class).map(name -> Names.of(name).toString()));
  }
}
