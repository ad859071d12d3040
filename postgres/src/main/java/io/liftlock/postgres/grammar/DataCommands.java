package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CopyRows;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Persistence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Copy_from_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Copy_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Copy_to_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Into_tableContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_opsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;

/** Reads the commands that read and write rows. */
final class DataCommands {

  private DataCommands() {}

  /** SELECT, INSERT, UPDATE, DELETE, MERGE. */
  static Command of(Data_statementContext node, Source source) {
    Select_stmtContext select = node.select_stmt();
    if (select == null) {
      return Writes.of(node, source, Scope.outermost());
    }
    Into_tableContext into = into(select.select_ops());
    return into != null
        ? table(into, select, source)
        : Settings.called(select)
            .<Command>map(set -> set)
            .orElseGet(() -> Queries.of(select, source));
  }

  /** COPY. */
  static Command of(Copy_statementContext node, Source source) {
    Copy_from_statementContext from = node.copy_from_statement();
    if (from != null) {
      return new CopyRows(
          Optional.of(Names.of(from.table_cols().schema_qualified_name())),
          true,
          from.STDIN() == null);
    }
    Copy_to_statementContext to = node.copy_to_statement();
    return new CopyRows(
        Optional.ofNullable(to.table_cols()).map(cols -> Names.of(cols.schema_qualified_name())),
        false,
        to.STDOUT() == null);
  }

  /** The INTO of a query, which only its first part may have. */
  private static @Nullable Into_tableContext into(Select_opsContext node) {
    if (node.select_primary() != null) {
      return node.select_primary().into_table();
    }
    return node.select_ops().isEmpty() ? null : into(node.select_ops(0));
  }

  private static Command table(Into_tableContext into, Select_stmtContext query, Source source) {
    Persistence persistence =
        into.UNLOGGED() != null
            ? Persistence.UNLOGGED
            : into.TEMP() != null || into.TEMPORARY() != null
                ? Persistence.TEMPORARY
                : Persistence.PERMANENT;
    return new CreateTable(
        Names.of(into.schema_qualified_name()),
        false,
        persistence,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Queries.of(query, source)),
        Map.of(),
        false);
  }
}
