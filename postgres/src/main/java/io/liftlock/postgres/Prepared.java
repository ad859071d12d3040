package io.liftlock.postgres;

import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Link;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Our own rows as statements that the session has prepared: to parse and plan them anew for every
 * migration costs the server more than to run them. A script may take them away (DISCARD ALL,
 * DEALLOCATE); then the rows are written as plain SQL.
 */
final class Prepared {

  /** What the server answers where a prepared statement is gone. */
  static final String GONE = "26000";

  private final Link link;
  private final PostgresHistory history;
  private final PostgresLock lock;
  private @Nullable String fence;
  private int generation;

  Prepared(Link link, PostgresHistory history, PostgresLock lock) {
    this.link = link;
    this.history = history;
    this.lock = lock;
  }

  /** Whether they can be used as they are. */
  boolean isReady() {
    return lock.whileHeld("$5").equals(fence);
  }

  /**
   * Makes them ready, in one round trip where they are not. Not to be called in a transaction,
   * which a refusal would spoil.
   *
   * @return whether they can be used
   */
  boolean makeReady() {
    if (isReady()) {
      return true;
    }
    // A new name each time: whether the older ones are still there is not known.
    generation++;
    String newFence = lock.whileHeld("$5");
    Answer answer =
        link.ask(
            "PREPARE "
                + name("clock")
                + " AS "
                + Transaction.CLOCK
                + ";"
                + HistoryTables.prepareRemember(name("statement"), history.location())
                + ";"
                + HistoryTables.prepareAppend(name("history"), history.location(), newFence),
            Link.Rows.DROP);
    SQLException failure = answer.failure();
    fence = failure == null ? newFence : null;
    return failure == null;
  }

  /** They are gone, or may be. */
  void forget() {
    fence = null;
  }

  /** Reads the server's clock. */
  String clock() {
    return "EXECUTE " + name("clock");
  }

  /** Appends a row. */
  String append(HistoryEntry entry, boolean fenced) {
    return HistoryTables.executeAppend(name("history"), entry, fenced);
  }

  /** Writes what is remembered of a statement. */
  String remember(StatementRecord record, int clock) {
    return HistoryTables.executeRemember(name("statement"), record, clock);
  }

  private String name(String what) {
    return "liftlock_" + what + "_" + generation;
  }
}
