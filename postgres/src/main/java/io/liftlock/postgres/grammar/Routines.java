package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Command;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Anonymous_blockContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_function_statementContext;

/** Reads the commands that make, change and run routines. */
final class Routines {

  private Routines() {}

  /** CREATE FUNCTION and CREATE PROCEDURE. */
  static Command of(Create_function_statementContext node, Source source) {
    return Commands.other(node);
  }

  /** ALTER FUNCTION and ALTER PROCEDURE. */
  static Command of(Alter_function_statementContext node, Source source) {
    return Commands.other(node);
  }

  /** DO. */
  static Command of(Anonymous_blockContext node, Source source) {
    return Commands.other(node);
  }
}
