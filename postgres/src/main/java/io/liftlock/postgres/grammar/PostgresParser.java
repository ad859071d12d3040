package io.liftlock.postgres.grammar;

import io.liftlock.core.database.SqlParser;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.syntax.NotUnderstood;
import io.liftlock.core.syntax.OtherCommand;
import io.liftlock.core.syntax.Reading;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SqlContext;

/** Reads statements by PostgreSQL's grammar. Knows no state; any thread may use it. */
public final class PostgresParser implements SqlParser {

  @Override
  public Reading read(Statement statement) {
    return read(statement.text());
  }

  /** Reads the text of one statement, with or without its semicolon. */
  static Reading read(String text) {
    Source source = Source.of(text);
    try {
      SqlContext tree = Grammar.script(source);
      return new Reading.Understood(
          tree.statement().isEmpty()
              ? new OtherCommand("", List.of())
              : Commands.of(tree.statement(0), source));
    } catch (SyntaxProblem problem) {
      return new Reading.Refused(new NotUnderstood(source.at(problem.at()), problem.reason()));
    }
  }
}
