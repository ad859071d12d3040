package io.liftlock.postgres.link;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server answered to one message: one reply for each statement that succeeded, and the
 * failure of the one behind them, if one failed.
 *
 * @param replies in the order of the statements
 * @param failure the failure of statement {@code replies.size()}, or null
 */
public record Answer(List<Reply> replies, @Nullable SQLException failure) {

  /** The SQLSTATE of the failure, or the empty text. */
  public String sqlState() {
    String state = failure == null ? null : failure.getSQLState();
    return state == null ? "" : state;
  }
}
