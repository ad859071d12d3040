package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.OtherCommand;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_materialized_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_view_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_foreign_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_as_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_alterContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_createContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_additionalContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_transactionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_statementContext;
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
      return create(node.schema_create(), source);
    }
    return node.schema_alter() != null
        ? alter(node.schema_alter(), source)
        : Drops.of(node.schema_drop());
  }

  private static Command create(Schema_createContext all, Source source) {
    ParserRuleContext node = only(all);
    return switch (node.getRuleIndex()) {
      case SQLParser.RULE_create_table_statement ->
          Tables.of((Create_table_statementContext) node, source);
      case SQLParser.RULE_create_table_as_statement ->
          Tables.of((Create_table_as_statementContext) node, source);
      case SQLParser.RULE_create_foreign_table_statement ->
          Tables.of((Create_foreign_table_statementContext) node, source);
      case SQLParser.RULE_create_index_statement ->
          Indexes.of((Create_index_statementContext) node, source);
      case SQLParser.RULE_create_function_statement ->
          Routines.of((Create_function_statementContext) node, source);
      case SQLParser.RULE_set_statement -> SessionCommands.of((Set_statementContext) node, source);
      default -> other(all);
    };
  }

  private static Command alter(Schema_alterContext all, Source source) {
    ParserRuleContext node = only(all);
    return switch (node.getRuleIndex()) {
      case SQLParser.RULE_alter_table_statement ->
          AlterTables.of((Alter_table_statementContext) node, source);
      case SQLParser.RULE_alter_index_statement ->
          AlterTables.of((Alter_index_statementContext) node, source);
      case SQLParser.RULE_alter_view_statement ->
          AlterTables.of((Alter_view_statementContext) node, source);
      case SQLParser.RULE_alter_materialized_view_statement ->
          AlterTables.of((Alter_materialized_view_statementContext) node, source);
      case SQLParser.RULE_alter_function_statement ->
          Routines.of((Alter_function_statementContext) node, source);
      default -> other(all);
    };
  }

  /** A command that safety has little to say about. */
  static Command other(ParserRuleContext node) {
    return new OtherCommand(Words.leading(node), List.of());
  }

  /** The one part of a choice behind CREATE, ALTER or DROP. */
  private static ParserRuleContext only(ParserRuleContext choice) {
    ParseTree last = choice.getChild(choice.getChildCount() - 1);
    return (ParserRuleContext) last;
  }
}
