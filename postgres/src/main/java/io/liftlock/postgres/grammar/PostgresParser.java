package io.liftlock.postgres.grammar;

import io.liftlock.core.database.SqlParser;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateSchema;
import io.liftlock.core.syntax.NotUnderstood;
import io.liftlock.core.syntax.OtherCommand;
import io.liftlock.core.syntax.Reading;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/** Reads statements by PostgreSQL's grammar. Knows no state; any thread may use it. */
public final class PostgresParser implements SqlParser {

  /** From this size on, the rows of an INSERT are left out, but for the first. */
  private static final int BULKY = 1 << 16;

  /** Above this size, in bytes of its file, a statement is not read at all. */
  private static final int MOST = 16 << 20;

  @Override
  public Reading read(Statement statement) {
    if (statement.length() > MOST) {
      return refused(
          0,
          "the statement has %,d bytes, of which liftlock reads at most %,d"
              .formatted(statement.length(), MOST));
    }
    return read(statement.text());
  }

  /** Reads the text of one statement, with or without its semicolon. */
  static Reading read(String text) {
    Source source =
        text.length() < BULKY
            ? Source.of(text)
            : BulkInsert.shortened(text).orElseGet(() -> Source.of(text));
    if (source.text().length() > Statement.LARGE_BYTES) {
      return refused(0, "a statement of more than 1 MB is read only where it inserts rows");
    }
    try {
      return new Reading.Understood(command(Grammar.script(source).statement(), source));
    } catch (SyntaxProblem problem) {
      return refused(source.at(problem.at()), problem.reason());
    } catch (StackOverflowError e) {
      // What is nested this deeply overflows the server's stack as well, or nearly so.
      return refused(0, "the statement is nested too deeply to be read");
    }
  }

  private static Command command(List<StatementContext> statements, Source source) {
    if (statements.isEmpty()) {
      return new OtherCommand("", List.of());
    }
    Command first = Commands.of(statements.get(0), source);
    // Only CREATE SCHEMA is several statements in one.
    return statements.size() > 1 && first instanceof CreateSchema schema
        ? new CreateSchema(
            schema.name(),
            schema.ifNotExists(),
            statements.stream().skip(1).map(node -> Commands.of(node, source)).toList())
        : first;
  }

  private static Reading refused(int at, String why) {
    return new Reading.Refused(new NotUnderstood(at, why));
  }
}
