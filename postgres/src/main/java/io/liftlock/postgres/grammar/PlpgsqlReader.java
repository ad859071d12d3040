package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.BodyStatement;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.TransactionControl;
import io.liftlock.core.syntax.TransactionControl.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Exception_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Execute_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Explain_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_statementsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Perform_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmt_no_parensContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Transaction_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/** Finds the commands of a body in PL/pgSQL, in every branch and loop. */
final class PlpgsqlReader {

  private final Source source;
  private final List<BodyStatement> statements = new ArrayList<>();
  private final List<Integer> dynamic = new ArrayList<>();

  PlpgsqlReader(Source source) {
    this.source = source;
  }

  /** The commands found, in order. */
  List<BodyStatement> statements() {
    return statements;
  }

  /** Where commands are made at run time, as offsets in the statement. */
  List<Integer> dynamic() {
    return dynamic;
  }

  /** Reads a block or any part of one. */
  void read(ParserRuleContext node) {
    if (node instanceof Schema_statementContext statement) {
      add(node, Commands.of(statement, source));
    } else if (node instanceof Additional_statementContext statement) {
      add(node, Commands.of(statement, source));
    } else if (node instanceof Transaction_statementContext statement) {
      add(node, transaction(statement));
    } else if (node instanceof Data_statementContext statement) {
      add(node, DataCommands.of(statement, source));
    } else if (node instanceof Select_stmtContext query) {
      add(node, Queries.of(query, source));
    } else if (node instanceof Explain_statementContext statement) {
      add(node, SessionCommands.explain(statement, source));
    } else if (node instanceof Perform_stmtContext statement) {
      perform(statement);
    } else if (node instanceof Execute_stmtContext statement) {
      execute(statement);
    } else if (node instanceof VexContext || node instanceof Select_stmt_no_parensContext) {
      value(node);
    } else if (node instanceof Function_callContext call) {
      add(node, SessionCommands.call(call, source));
    } else if (!(node instanceof Exception_statementContext)) {
      children(node);
    } else {
      handlers(node);
    }
  }

  private void children(ParserRuleContext node) {
    if (node.children == null) {
      return;
    }
    for (ParseTree child : node.children) {
      if (child instanceof ParserRuleContext part) {
        read(part);
      }
    }
  }

  /** The conditions of handlers are names of errors, not expressions. */
  private void handlers(ParserRuleContext node) {
    for (ParseTree child : node.children) {
      if (child instanceof Function_statementsContext then) {
        read(then);
      }
    }
  }

  private void add(ParserRuleContext node, Command command) {
    statements.add(new BodyStatement(source.at(node), command));
  }

  private static Command transaction(Transaction_statementContext node) {
    if (node.lock_table() != null) {
      return Upkeep.lock(node.lock_table());
    }
    return new TransactionControl(node.COMMIT() != null ? Action.COMMIT : Action.ROLLBACK);
  }

  /** PERFORM, and the right side of an assignment or RETURN: a query without SELECT. */
  private void perform(Perform_stmtContext node) {
    Harvest harvest = new Harvest(source);
    harvest.perform(node, Scope.outermost());
    Query query = harvest.query();
    boolean bare = node.from_item().isEmpty() && node.WHERE() == null;
    Optional<Command> set =
        bare ? Settings.called(node.select_list()).map(Command.class::cast) : Optional.empty();
    if (set.isPresent() || harvest.isActive()) {
      add(node, set.orElse(query));
    }
  }

  /** An expression counts where it reads a table or calls a function. */
  private void value(ParserRuleContext node) {
    Harvest harvest = new Harvest(source);
    harvest.walk(node, Scope.outermost());
    if (harvest.isActive()) {
      add(node, harvest.query());
    }
  }

  /** A command that is a literal is known; any other is made at run time. */
  private void execute(Execute_stmtContext node) {
    Optional<Source> literal = LiteralText.of(node.vex(), source);
    try {
      if (literal.isPresent()) {
        statements.addAll(Bodies.script(literal.get()));
        return;
      }
    } catch (SyntaxProblem problem) {
      // What the grammar refuses is as unknown as what is made at run time.
    }
    dynamic.add(source.at(node));
    value(node.vex());
  }
}
