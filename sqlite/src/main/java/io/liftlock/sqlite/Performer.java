package io.liftlock.sqlite;

import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementFailure.Reason;
import io.liftlock.core.database.StepResult;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.Step;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/** Runs one statement to its end, within its budget. */
final class Performer {

  private static final Set<String> CHANGE_ROWS =
      Set.of("INSERT", "UPDATE", "DELETE", "REPLACE", "WITH");

  /**
   * How many steps of SQLite's machine pass between two looks at the clock: about a millisecond.
   */
  private static final int LOOK_AT_CLOCK_EVERY = 20_000;

  private final Refusals refusals;

  Performer(Refusals refusals) {
    this.refusals = refusals;
  }

  /**
   * Runs it.
   *
   * @param index 0-based index of the piece of work, or -1
   */
  StepResult perform(Link link, Step step, int index) throws StatementFailure {
    String sql = step.statement().text();
    int nul = sql.indexOf('\0');
    if (nul >= 0) {
      // SQLite's text ends there: the rest of the statement would silently not run.
      throw Refusals.refuse(
          index,
          Reason.STATEMENT,
          Problem.error(
                  ErrorCode.STATEMENT_FAILED,
                  "the statement holds a NUL character, where SQLite would stop reading it")
              .at(step.statement().span().place())
              .action("remove it, or write char(0) in its place"),
          null);
    }
    long start = System.nanoTime();
    Duration budget = step.timeouts().statement();
    try {
      long changedBefore = link.totalChanges();
      limit(link, start, budget);
      try {
        link.execute(sql);
      } finally {
        unlimit(link, budget);
      }
      long rows = -1;
      if (CHANGE_ROWS.contains(Beginning.verb(sql))) {
        rows = link.totalChanges() == changedBefore ? 0 : link.changes();
      }
      return new StepResult(rows, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    } catch (SQLException e) {
      throw failed(link, step, index, budget, e);
    }
  }

  private StatementFailure failed(
      Link link, Step step, int index, Duration budget, SQLException e) {
    if (Failures.isInterrupt(e) && !budget.isZero()) {
      return Refusals.refuse(
          index,
          Reason.STATEMENT,
          Problem.error(
                  ErrorCode.STATEMENT_FAILED,
                  "the statement took longer than its limit of " + budget.toMillis() + " ms")
              .at(step.statement().span().place())
              .action("give it more with the header `Statement-timeout:`"),
          e);
    }
    return refusals.of(index, step, link, e);
  }

  private static void limit(Link link, long start, Duration budget) throws SQLException {
    if (!budget.isZero()) {
      long most = budget.toNanos();
      ProgressHandler.setHandler(
          link.connection(),
          LOOK_AT_CLOCK_EVERY,
          new ProgressHandler() {
            @Override
            protected int progress() {
              return System.nanoTime() - start > most ? 1 : 0;
            }
          });
    }
  }

  private static void unlimit(@Nullable Link link, Duration budget) throws SQLException {
    if (!budget.isZero() && link != null) {
      ProgressHandler.clearHandler(link.connection());
    }
  }
}
