package io.liftlock.postgres.link;

import io.liftlock.core.error.DatabaseError;
import java.util.List;

/** Sends messages that the server has no reason to refuse. */
public final class Exchange {

  /** Each time somebody else gets on, so there are never many. */
  private static final int TRIES = 20;

  private Exchange() {}

  /**
   * Sends statements in one message and returns what each of them answered. Where one fails, the
   * transaction is undone.
   *
   * @param doing what cannot be done then: {@code the ledger cannot be read}
   * @throws io.liftlock.core.error.DatabaseError with what the server said
   */
  public static List<Reply> ask(Link link, String doing, List<String> statements) {
    Answer answer = link.ask(String.join(";\n", statements), Link.Rows.KEEP);
    if (answer.failure() != null) {
      undo(link);
      throw Failures.error(doing, answer.failure());
    }
    return answer.replies();
  }

  /** {@link #ask(Link, String, List)} for one statement. */
  public static Reply ask(Link link, String doing, String statement) {
    return ask(link, doing, List.of(statement)).get(0);
  }

  /**
   * {@link #ask(Link, String, List)} for a whole transaction, which is begun anew where the server
   * ended it to break a deadlock: what others do that wait for each other's tables.
   */
  public static List<Reply> insist(Link link, String doing, List<String> transaction) {
    for (int tries = 1; ; tries++) {
      try {
        return ask(link, doing, transaction);
      } catch (DatabaseError e) {
        if (!isDeadlock(e) || tries == TRIES) {
          throw e;
        }
      }
    }
  }

  /** Whether the server ended a transaction to break a deadlock. */
  public static boolean isDeadlock(DatabaseError e) {
    return "40P01".equals(e.sqlState());
  }

  /** Undoes the transaction that is open, if one is. */
  public static void undo(Link link) {
    if (!link.isClosed() && link.inTransaction()) {
      link.ask("ROLLBACK", Link.Rows.DROP);
    }
  }
}
