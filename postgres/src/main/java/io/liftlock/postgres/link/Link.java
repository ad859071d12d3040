package io.liftlock.postgres.link;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOperation;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.Field;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.TransactionState;
import org.postgresql.core.Tuple;

/**
 * One connection, used below JDBC: a message goes to the server as it is, in one simple query, and
 * every statement in it gets its own reply. JDBC's own statements would hide which statement of a
 * message failed.
 */
public final class Link implements AutoCloseable {

  /** What a caller wants of the rows that come. */
  public enum Rows {
    KEEP,
    DROP
  }

  private static final int COPY_BUFFER = 64 * 1024;

  private final QueryExecutor executor;
  private volatile boolean busy;

  public Link(QueryExecutor executor) {
    this.executor = executor;
  }

  /** Sends a message and collects every reply. Never throws for what the server says. */
  public synchronized Answer ask(String message, Rows rows) {
    Collector collector = new Collector();
    send(message, rows, collector);
    return new Answer(collector.replies, collector.failure);
  }

  /**
   * Sends a message and hands on what each query in it returned as soon as it is there, while the
   * server goes on with the rest.
   *
   * @param each must not use this link
   * @return what the server failed with, or null
   */
  public synchronized @Nullable SQLException stream(String message, Consumer<Reply> each) {
    Streamer streamer = new Streamer(each);
    send(message, Rows.KEEP, streamer);
    if (streamer.broken != null) {
      throw streamer.broken;
    }
    return streamer.failure;
  }

  private void send(String message, Rows rows, Collector collector) {
    int flags =
        QueryExecutor.QUERY_EXECUTE_AS_SIMPLE
            | QueryExecutor.QUERY_SUPPRESS_BEGIN
            | QueryExecutor.QUERY_ONESHOT
            | (rows == Rows.DROP ? QueryExecutor.QUERY_NO_RESULTS : 0);
    try {
      // Made by hand, since the driver's parser would look for parameters and escapes.
      Query query = executor.wrap(List.of(new NativeQuery(message, SqlCommand.BLANK)));
      busy = true;
      executor.execute(query, null, collector, 0, 0, flags);
    } catch (SQLException e) {
      collector.handleError(e);
    } finally {
      busy = false;
    }
  }

  /**
   * Runs a COPY from this stream, or drops what a COPY to standard output sends.
   *
   * @return how many rows were copied
   * @throws IOException where the stream cannot be read; the COPY is then cancelled
   */
  public synchronized long copy(String sql, InputStream data) throws SQLException, IOException {
    CopyOperation operation = executor.startCopy(sql, true);
    if (operation instanceof CopyIn in) {
      return send(in, data);
    }
    if (operation instanceof CopyOut out) {
      while (out.readFromCopy() != null) {
        // A migration has nowhere to put it; psql would print it.
      }
      return out.getHandledRowCount();
    }
    operation.cancelCopy();
    return -1;
  }

  /**
   * Begins a COPY from standard input, whose data the caller sends. The link takes no other message
   * until it is ended or cancelled.
   */
  public synchronized CopyIn copyIn(String sql) throws SQLException {
    CopyOperation operation = executor.startCopy(sql, true);
    if (operation instanceof CopyIn in) {
      return in;
    }
    operation.cancelCopy();
    throw new SQLException("not a COPY from standard input", "42601");
  }

  private static long send(CopyIn in, InputStream data) throws SQLException, IOException {
    try {
      byte[] buffer = new byte[COPY_BUFFER];
      for (int count = data.read(buffer); count >= 0; count = data.read(buffer)) {
        if (count > 0) {
          in.writeToCopy(buffer, 0, count);
        }
      }
      return in.endCopy();
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
  }

  /**
   * Begins a COPY to standard output. Until it has ended, this link can do nothing else.
   *
   * @throws SQLException where the server refuses, or the statement is no such COPY
   */
  public synchronized CopyOut copyOut(String sql) throws SQLException {
    CopyOperation operation = executor.startCopy(sql, true);
    if (operation instanceof CopyOut out) {
      return out;
    }
    operation.cancelCopy();
    throw new SQLException("not a COPY to standard output", "42601");
  }

  /** Whether a transaction is open, also one that has failed. */
  public synchronized boolean inTransaction() {
    return !executor.isClosed() && executor.getTransactionState() != TransactionState.IDLE;
  }

  /** Whether a message is being answered, so that another one would have to wait. */
  public boolean isBusy() {
    return busy;
  }

  /** Whether the connection is gone. */
  public boolean isClosed() {
    return executor.isClosed();
  }

  /** The server's process behind this connection, as it was when it connected. */
  public int processId() {
    return executor.getBackendPID();
  }

  /** The server's version as it writes it. */
  public String serverVersion() {
    return executor.getServerVersion();
  }

  /** Asks the server to end what this connection is doing, from another thread. */
  public void cancel() throws SQLException {
    executor.sendQueryCancel();
  }

  @Override
  public void close() {
    executor.close();
  }

  /** Keeps one reply per statement and the first failure. */
  private static class Collector extends ResultHandlerBase {

    final List<Reply> replies = new ArrayList<>();
    @Nullable SQLException failure;

    @Override
    public void handleResultRows(
        Query query, Field[] fields, List<Tuple> tuples, @Nullable ResultCursor cursor) {
      replies.add(new Reply("SELECT", -1, tuples));
    }

    @Override
    public void handleCommandStatus(String status, long updateCount, long insertOid) {
      replies.add(new Reply(status, counts(status) ? updateCount : -1, List.of()));
    }

    private static boolean counts(String status) {
      char last = status.isEmpty() ? ' ' : status.charAt(status.length() - 1);
      return last >= '0' && last <= '9';
    }

    @Override
    public void handleWarning(SQLWarning warning) {
      // Notices of the server ("relation exists, skipping") change nothing for the runner.
    }

    @Override
    public void handleError(SQLException error) {
      if (failure == null) {
        failure = error;
      }
    }

    @Override
    public void handleCompletion() {
      // The failure is part of the answer.
    }
  }

  /** Keeps no rows, but hands them on. */
  private static final class Streamer extends Collector {

    private final Consumer<Reply> each;
    private @Nullable RuntimeException broken;

    private Streamer(Consumer<Reply> each) {
      this.each = each;
    }

    @Override
    public void handleResultRows(
        Query query, Field[] fields, List<Tuple> tuples, @Nullable ResultCursor cursor) {
      if (broken != null) {
        return;
      }
      try {
        each.accept(new Reply("SELECT", -1, tuples));
      } catch (RuntimeException e) {
        // Thrown into the driver, it would leave the rest of the answer unread.
        broken = e;
      }
    }
  }
}
