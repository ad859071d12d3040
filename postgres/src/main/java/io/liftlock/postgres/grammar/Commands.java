package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.OtherCommand;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_additionalContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_transactionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/** Says which reader reads which statement. */
final class Commands {

  private Commands() {}

  /** What a statement says; one in the body of a routine, too. */
  static Command of(StatementContext node, Source source) {
    if (node.data_statement() != null) {
      return DataCommands.of(node.data_statement(), source);
    }
    return node.schema_statement() != null
        ? of(node.schema_statement(), source)
        : of(node.script_statement(), source);
  }

  private static Command of(Script_statementContext node, Source source) {
    Script_transactionContext transaction = node.script_transaction();
    if (transaction != null) {
      return transaction.lock_table() != null
          ? Upkeep.lock(transaction.lock_table())
          : SessionCommands.of(transaction, source);
    }
    Script_additionalContext additional = node.script_additional();
    if (additional.VACUUM() != null) {
      return Upkeep.vacuum(additional);
    }
    return additional.additional_statement() != null
        ? of(additional.additional_statement(), source)
        : SessionCommands.of(additional, source);
  }

  /** What a statement says that PL/pgSQL and scripts have in common. */
  static Command of(Additional_statementContext node, Source source) {
    if (node.anonymous_block() != null) {
      return Routines.of(node.anonymous_block(), source);
    }
    if (node.copy_statement() != null) {
      return DataCommands.of(node.copy_statement(), source);
    }
    return Upkeep.of(node).orElseGet(() -> SessionCommands.of(node, source));
  }

  /** What a statement says that makes, changes or drops objects. */
  static Command of(Schema_statementContext node, Source source) {
    if (node.schema_create() != null) {
      return Creations.of(node.schema_create(), source);
    }
    return node.schema_alter() != null
        ? Changes.of(node.schema_alter(), source)
        : Drops.of(node.schema_drop());
  }

  /** A command that safety has little to say about. */
  static Command other(ParserRuleContext node) {
    return new OtherCommand(Words.leading(node), List.of());
  }
}
