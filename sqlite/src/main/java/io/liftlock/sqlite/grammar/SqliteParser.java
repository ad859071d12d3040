package io.liftlock.sqlite.grammar;

import io.liftlock.core.database.SqlParser;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.NotUnderstood;
import io.liftlock.core.syntax.OtherCommand;
import io.liftlock.core.syntax.Reading;
import java.util.List;

/**
 * Reads statements after SQLite's grammar, {@code parse.y}. Knows no state; any thread may use it.
 * What it takes, SQLite takes, too, as far as the grammar goes: names are not looked up.
 */
public final class SqliteParser implements SqlParser {

  @Override
  public Reading read(Statement statement) {
    return read(statement.text());
  }

  /** Reads the text of one statement, with or without its semicolon. */
  static Reading read(String text) {
    try {
      return new Reading.Understood(command(Scan.of(text)));
    } catch (SyntaxProblem problem) {
      return new Reading.Refused(new NotUnderstood(problem.at(), problem.reason()));
    }
  }

  private static Command command(Scan scan) throws SyntaxProblem {
    if (scan.atEnd()) {
      return new OtherCommand("", List.of());
    }
    Command command = explained(scan);
    if (!scan.atEnd()) {
      throw scan.expected("the end of the statement");
    }
    return command;
  }

  private static Command explained(Scan scan) throws SyntaxProblem {
    if (!scan.skip("explain")) {
      return statement(scan);
    }
    if (scan.skip("query")) {
      scan.expect("plan");
    }
    statement(scan);
    return SessionCommands.explained();
  }

  private static Command statement(Scan scan) throws SyntaxProblem {
    Definitions definitions = new Definitions(scan);
    SessionCommands session = new SessionCommands(scan);
    return switch (scan.word()) {
      case "create" -> definitions.create();
      case "alter" -> definitions.alter();
      case "drop" -> definitions.drop();
      case "with", "select", "values", "insert", "replace", "update", "delete" ->
          Writes.withOrWrite(scan);
      case "begin" -> session.begin();
      case "commit", "end" -> session.commit();
      case "rollback" -> session.rollback();
      case "savepoint" -> session.savepoint();
      case "release" -> session.release();
      case "pragma" -> session.pragma();
      case "attach" -> session.attach();
      case "detach" -> session.detach();
      case "vacuum" -> session.vacuum();
      case "reindex" -> session.reindex();
      case "analyze" -> session.analyze();
      default -> throw scan.expected("a statement");
    };
  }
}
