package io.liftlock.postgres.trace;

import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.plan.Step;
import io.liftlock.core.sql.Statement;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Sends one statement of a person to the server. */
final class Run {

  private Run() {}

  /**
   * Runs it as it stands.
   *
   * @return how many rows it wrote, or -1 where the server does not say
   * @throws StatementFailure with the place in its file
   */
  static long run(Link link, Step step) throws StatementFailure {
    Statement statement = step.statement();
    String sql = statement.text();
    if (statement.hasCopyData() || isCopyOut(sql)) {
      return copy(link, statement, sql);
    }
    Answer answer = link.ask(sql, Link.Rows.DROP);
    if (answer.failure() != null) {
      throw Failures.ofStatement(0, statement, sql, 0, answer.failure(), List.of());
    }
    return answer.replies().isEmpty() ? -1 : answer.replies().get(0).count();
  }

  private static long copy(Link link, Statement statement, String sql) throws StatementFailure {
    try (InputStream data =
        statement.hasCopyData() ? statement.openCopyData() : InputStream.nullInputStream()) {
      return link.copy(sql, data);
    } catch (SQLException e) {
      throw Failures.ofStatement(0, statement, sql, 0, e, List.of());
    } catch (IOException e) {
      throw new UserError(
          List.of(
              Problem.error(
                      ErrorCode.FILE_UNREADABLE,
                      "the COPY data of " + statement.span().file() + " cannot be read")
                  .at(statement.span().place())),
          e);
    }
  }

  private static boolean isCopyOut(String sql) {
    return sql.length() < Statement.LARGE_BYTES
        && sql.toLowerCase(Locale.ROOT).matches("(?s)\\s*copy\\b.*\\bto\\s+stdout\\b.*");
  }
}
