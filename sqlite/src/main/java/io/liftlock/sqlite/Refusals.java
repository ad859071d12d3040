package io.liftlock.sqlite;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementFailure.Reason;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.Step;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.SqliteFile;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what SQLite refused into a failure with its place in the file. */
final class Refusals {

  private final SqliteFile file;

  Refusals(SqliteFile file) {
    this.file = file;
  }

  /**
   * The failure of a piece of work.
   *
   * @param index 0-based index of the piece of work, or -1
   * @param step the statement that failed, or null
   * @param link where to ask about it, or null
   */
  StatementFailure of(int index, @Nullable Step step, @Nullable Link link, SQLException e) {
    String sql = step == null ? null : step.statement().text();
    Problem problem = Failures.problem(file, e, raised(link, sql, e));
    Place place = step == null ? null : step.statement().span().place();
    if (place != null && sql != null && link != null) {
      place = ErrorPlace.find(link, sql, place, Failures.text(e));
    }
    if (Failures.isLock(e)) {
      return new StatementFailure(
          index, Reason.LOCK, problem.at(place), null, FileLocks.on(file), e);
    }
    if (Failures.isNotTransactional(e)) {
      return new StatementFailure(
          index,
          Reason.NOT_TRANSACTIONAL,
          Problem.error(
                  ErrorCode.STATEMENT_NOT_TRANSACTIONAL,
                  "SQLite does not run this in a transaction: " + Failures.text(e))
              .at(place),
          null,
          List.of(),
          e);
    }
    return new StatementFailure(
        index, Reason.STATEMENT, problem.at(place), null, List.<Blocker>of(), e);
  }

  /** A failure that liftlock found by itself. */
  static StatementFailure refuse(
      int index, Reason reason, Problem problem, @Nullable SQLException cause) {
    return new StatementFailure(index, reason, problem, null, List.of(), cause);
  }

  /**
   * What to say instead of a trigger's text. A text that stands word for word in the trigger or the
   * statement was written by its author; any other was computed and may hold a row's value.
   */
  private static @Nullable String raised(
      @Nullable Link link, @Nullable String sql, SQLException e) {
    if (!Failures.isRaised(e)) {
      return null;
    }
    String literal = Failures.text(e).replace("'", "''");
    try {
      boolean written =
          (sql != null && sql.contains(literal))
              || (link != null
                  && link.value(
                          """
                          SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND instr(sql, ?) > 0
                          UNION ALL
                          SELECT 1 FROM sqlite_temp_schema WHERE type = 'trigger' AND instr(sql, ?) > 0
                          """,
                          literal,
                          literal)
                      .isPresent());
      return written ? null : "a trigger refused it, with a text that may hold values of rows";
    } catch (SQLException unreadable) {
      return "a trigger refused it";
    }
  }
}
