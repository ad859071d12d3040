package io.liftlock.sqlite;

import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementFailure.Reason;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.Bug;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Cancellation;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Step;
import io.liftlock.sqlite.link.Link;
import java.sql.SQLException;

/** Writes rows in an open transaction, each entry behind the one that it continues. */
final class RowWriter implements Work.Cases<RowWriter.Action> {

  private final SqliteHistory history;
  private final Link link;
  private final long elapsedMs;
  private final int index;

  /**
   * @param elapsedMs since the transaction began
   * @param index 0-based index of the piece of work, or -1
   */
  RowWriter(SqliteHistory history, Link link, long elapsedMs, int index) {
    this.history = history;
    this.link = link;
    this.elapsedMs = elapsedMs;
    this.index = index;
  }

  /** Does one piece of work. */
  @FunctionalInterface
  interface Action {
    void act() throws SQLException, StatementFailure;
  }

  @Override
  public Action run(Step step) {
    throw new Bug("only rows are written here, not the statement at " + step.statement());
  }

  @Override
  public Action append(HistoryEntry entry) {
    return () -> {
      refuseOtherTip(history, link, entry.prevHash(), index);
      history.append(link, entry, elapsedMs);
    };
  }

  @Override
  public Action remember(StatementRecord record) {
    return () -> history.remember(link, record);
  }

  /** A file has one lock, which its transaction takes anyway. */
  @Override
  public Action lock(Work.Lock lock) {
    return () -> {};
  }

  @Override
  public Action note(Cancellation cancellation) {
    return () -> history.note(link, cancellation);
  }

  /**
   * Refuses where the newest entry is another one. The unique prev_hash alone would let an entry
   * continue a state that is not the last one.
   *
   * @throws StatementFailure LOCK_LOST
   */
  static void refuseOtherTip(SqliteHistory history, Link link, String expected, int index)
      throws SQLException, StatementFailure {
    if (!history.tip(link).equals(expected)) {
      throw Refusals.refuse(
          index,
          Reason.LOCK_LOST,
          Problem.error(
                  ErrorCode.LOCK_LOST,
                  "somebody else has written to the history since it was read; nothing of this"
                      + " transaction stayed")
              .action("run again"),
          null);
    }
  }
}
