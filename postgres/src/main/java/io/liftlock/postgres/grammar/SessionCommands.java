package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Command;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_additionalContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_transactionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_statementContext;

/** Reads the commands of transactions and sessions. */
final class SessionCommands {

  private SessionCommands() {}

  /** BEGIN, COMMIT, SAVEPOINT and their kin, without LOCK. */
  static Command of(Script_transactionContext node, Source source) {
    return Commands.other(node);
  }

  /** FETCH, CALL, DECLARE, EXECUTE, EXPLAIN, SHOW and so on. */
  static Command of(Script_additionalContext node, Source source) {
    return Commands.other(node);
  }

  /** LISTEN, RESET, PREPARE, NOTIFY and so on; not DO, COPY and what {@link Upkeep} reads. */
  static Command of(Additional_statementContext node, Source source) {
    return Commands.other(node);
  }

  /** SET. */
  static Command of(Set_statementContext node, Source source) {
    return Commands.other(node);
  }
}
