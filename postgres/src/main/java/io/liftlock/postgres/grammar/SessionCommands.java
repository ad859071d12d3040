package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.OtherCommand;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.TransactionControl;
import io.liftlock.core.syntax.TransactionControl.Action;
import io.liftlock.core.syntax.Write;
import java.util.ArrayList;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Boolean_valueContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Explain_optionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Explain_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_additionalContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_transactionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_statementContext;

/** Reads the commands of transactions and sessions. */
final class SessionCommands {

  private SessionCommands() {}

  /** BEGIN, COMMIT, SAVEPOINT and their kin, without LOCK. */
  static Command of(Script_transactionContext node, Source source) {
    return new TransactionControl(action(node));
  }

  private static Action action(Script_transactionContext node) {
    if (node.START() != null || node.BEGIN() != null) {
      return Action.BEGIN;
    }
    if (node.PREPARED() != null) {
      return Action.OTHER;
    }
    if (node.PREPARE() != null) {
      return Action.PREPARE;
    }
    if (node.COMMIT() != null || node.END() != null) {
      return Action.COMMIT;
    }
    if (node.TO() != null) {
      return Action.ROLLBACK_TO;
    }
    if (node.RELEASE() != null) {
      return Action.RELEASE;
    }
    return node.SAVEPOINT() != null ? Action.SAVEPOINT : Action.ROLLBACK;
  }

  /** FETCH, CALL, DECLARE, EXECUTE, EXPLAIN, SHOW and so on. */
  static Command of(Script_additionalContext node, Source source) {
    if (node.CALL() != null) {
      return call(node.function_call(), source);
    }
    if (node.declare_statement() != null) {
      return Queries.of(node.declare_statement().select_stmt(), source);
    }
    return node.explain_statement() != null
        ? explain(node.explain_statement(), source)
        : Commands.other(node);
  }

  /** CALL: what its arguments read, and the procedure itself among the calls. */
  static Query call(Function_callContext node, Source source) {
    Harvest harvest = new Harvest(source);
    harvest.walk(node, Scope.outermost());
    return harvest.query();
  }

  /** EXPLAIN: with ANALYZE what is explained happens, else its tables are only looked up. */
  static Command explain(Explain_statementContext node, Source source) {
    Data_statementContext data = node.explain_query().data_statement();
    if (data == null) {
      return Commands.other(node);
    }
    Command explained = DataCommands.of(data, source);
    boolean runs =
        node.analyze_keyword() != null
            || node.explain_option().stream().anyMatch(SessionCommands::analyses);
    return runs ? explained : new OtherCommand("explain", relations(explained));
  }

  private static boolean analyses(Explain_optionContext option) {
    Boolean_valueContext value = option.boolean_value();
    boolean off =
        value != null
            && (value.FALSE() != null
                || value.OFF() != null
                || value.getText().equals("0")
                || value.getText().equalsIgnoreCase("'false'")
                || value.getText().equalsIgnoreCase("'off'"));
    return option.analyze_keyword() != null && !off;
  }

  /** LISTEN, RESET, PREPARE, NOTIFY and so on; not DO, COPY and what {@link Upkeep} reads. */
  static Command of(Additional_statementContext node, Source source) {
    if (node.RESET() != null) {
      return Settings.reset(node);
    }
    if (node.PREPARE() != null && node.data_statement() != null) {
      return new OtherCommand("prepare", relations(DataCommands.of(node.data_statement(), source)));
    }
    return Commands.other(node);
  }

  /** SET. */
  static Command of(Set_statementContext node, Source source) {
    return Settings.of(node.set_action(), source);
  }

  /** The relations that a statement of data names. */
  private static List<RelationName> relations(Command command) {
    List<RelationName> names = new ArrayList<>();
    command.match(
        new Command.Some<Boolean>() {
          @Override
          public Boolean otherwise(Command other) {
            return false;
          }

          @Override
          public Boolean query(Query query) {
            return names.addAll(query.reads());
          }

          @Override
          public Boolean write(Write write) {
            write.source().ifPresent(read -> names.addAll(read.reads()));
            return names.add(write.table());
          }
        });
    return names.stream().sorted().distinct().toList();
  }
}
