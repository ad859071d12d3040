package io.liftlock.postgres.transfer;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/**
 * A connection with one read-only transaction that sees one instant. A statement that fails does
 * not end it: a savepoint at its beginning is gone back to, and the snapshot stays.
 */
final class ReadTransaction implements Questions, AutoCloseable {

  private static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

  /** Serialization failure (a standby's replay needed the rows), snapshot too old. */
  private static final Set<String> INSTANT_GONE = Set.of("40001", "72000");

  private final Link link;
  private volatile boolean copying;
  private boolean isoIntervals;
  private long recoveries;

  private ReadTransaction(Link link) {
    this.link = link;
  }

  /** Takes an instant of its own. */
  static ReadTransaction begin(Connector connector) {
    return open(connector, BEGIN + ";\n" + PinnedSettings.forTransaction());
  }

  /**
   * Sees the instant that another transaction of the same server exported.
   *
   * @throws DatabaseError with SQLSTATE 22023 or 42704 where the server knows of no such instant
   */
  static ReadTransaction join(Connector connector, String snapshot) {
    return open(
        connector,
        BEGIN
            + ";\nSET TRANSACTION SNAPSHOT "
            + Quoted.literal(snapshot)
            + ";\n"
            + PinnedSettings.forTransaction());
  }

  private static ReadTransaction open(Connector connector, String sql) {
    Link link = connector.connect();
    Answer answer = link.ask(sql, Link.Rows.DROP);
    if (answer.failure() != null) {
      link.close();
      throw error("a connection that reads rows cannot be set up", answer.failure());
    }
    return new ReadTransaction(link);
  }

  /**
   * Exports the instant and then sets the savepoint, since nothing can be exported behind one.
   *
   * @return its name, that {@link #join} takes
   */
  String export() {
    return ask("the snapshot cannot be exported", "SELECT pg_catalog.pg_export_snapshot()")
        .required(0, 0);
  }

  /** From here on a statement that fails leaves the transaction as it is now. */
  ReadTransaction ready() {
    ask("a connection that reads rows cannot be set up", "SAVEPOINT liftlock");
    return this;
  }

  @Override
  public Reply ask(String doing, String sql) {
    Answer answer = link.ask(sql, Link.Rows.KEEP);
    if (answer.failure() != null) {
      recover();
      throw error(doing, answer.failure());
    }
    return answer.replies().get(answer.replies().size() - 1);
  }

  /** Hands on the data of a COPY to standard output, one message of the server after the other. */
  void copy(String doing, String sql, Consumer<byte[]> each) {
    @Nullable CopyOut out = null;
    copying = true;
    try {
      out = link.copyOut(sql);
      for (byte[] data = out.readFromCopy(); data != null; data = out.readFromCopy()) {
        each.accept(data);
      }
      copying = false;
    } catch (SQLException e) {
      throw error(doing, e);
    } finally {
      if (copying) {
        end(out);
        copying = false;
        recover();
      }
    }
  }

  /**
   * Ends a COPY whose data nobody takes any more. The driver's own way leaves what the server still
   * sends unread (pgjdbc pull request 4027), and the next message would get an answer that is not
   * its own.
   */
  private void end(@Nullable CopyOut out) {
    try {
      if (out != null && out.isActive()) {
        link.cancel();
        while (out.readFromCopy() != null) {
          // Sent before the server heard of it; then it says that it was cancelled.
        }
      }
    } catch (SQLException e) {
      // What went wrong before is what a person needs to know.
    }
  }

  /**
   * Gives back the locks on everything that was read. One transaction must not hold those of
   * thousands of tables, for which the server's table of locks has no room.
   */
  void unlock() {
    recover();
  }

  private void recover() {
    isoIntervals = false;
    recoveries++;
    if (!link.isClosed()) {
      // Fails where the savepoint is not set yet; the transaction is of no use then anyway.
      link.ask("ROLLBACK TO SAVEPOINT liftlock", Link.Rows.DROP);
    }
  }

  /** How often it went back to its beginning, which gave up the locks on tables. */
  long recoveries() {
    return recoveries;
  }

  /** Writes intervals as ISO 8601 does, or as the server usually does. */
  void isoIntervals(boolean wanted) {
    if (wanted != isoIntervals) {
      ask(
          "a connection that reads rows cannot be set up",
          "SET LOCAL IntervalStyle = " + (wanted ? "iso_8601" : "postgres"));
      isoIntervals = wanted;
    }
  }

  private static DatabaseError error(String doing, SQLException e) {
    if (!INSTANT_GONE.contains(Failures.state(e))) {
      return Failures.error(doing, e);
    }
    return new DatabaseError(
        Problem.error(
                ErrorCode.CONNECTION_LOST,
                doing + ": the server gave up the snapshot: " + Failures.brief(e))
            .action(Failures.AGAIN),
        Failures.state(e),
        e);
  }

  /** Whether the connection is there, as far as this side knows. */
  boolean isOpen() {
    return !link.isClosed();
  }

  /** Asks the server whether the connection is there, unless it is busy sending rows. */
  boolean isAlive() {
    if (copying || link.isBusy()) {
      return isOpen();
    }
    return isOpen() && link.ask("SELECT 1", Link.Rows.DROP).failure() == null;
  }

  /** May be called while another thread reads, which then fails with CONNECTION_LOST. */
  @Override
  public void close() {
    if (copying) {
      try {
        link.cancel();
      } catch (SQLException e) {
        // The server notices that the connection is gone at the next row it sends.
      }
    }
    link.close();
  }
}
