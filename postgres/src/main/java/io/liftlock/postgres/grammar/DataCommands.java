package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Command;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Copy_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_statementContext;

/** Reads the commands that read and write rows. */
final class DataCommands {

  private DataCommands() {}

  /** SELECT, INSERT, UPDATE, DELETE, MERGE. */
  static Command of(Data_statementContext node, Source source) {
    return node.select_stmt() != null
        ? Queries.of(node.select_stmt(), source)
        : Commands.other(node);
  }

  /** COPY. */
  static Command of(Copy_statementContext node, Source source) {
    return Commands.other(node);
  }
}
