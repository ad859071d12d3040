package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.SqliteFile;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Connections that see one instant; each is lent to one reader at a time. */
final class SqliteReadPoint implements ReadPoint {

  private final SqliteFile file;
  private final String id;
  private final Consistency consistency;
  private final Instant at;
  private final Deque<Link> free;
  private final Runnable afterClose;
  private boolean closed;

  /**
   * @param file for what is said of errors
   * @param links the connections; all that there will be
   * @param afterClose what is to be done when none is needed any more
   */
  SqliteReadPoint(
      SqliteFile file,
      String id,
      Consistency consistency,
      Instant at,
      List<Link> links,
      Runnable afterClose) {
    this.file = file;
    this.id = id;
    this.consistency = consistency;
    this.at = at;
    this.free = new ArrayDeque<>(links);
    this.afterClose = afterClose;
  }

  @Override
  public Consistency consistency() {
    return consistency;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Instant at() {
    return at;
  }

  @Override
  public synchronized TableReader reader() {
    Link link = closed ? null : free.poll();
    if (link == null) {
      throw new DatabaseError(
          Problem.error(
              ErrorCode.CONNECTION_LOST,
              closed
                  ? "the point that " + file.name() + " was read at is closed"
                  : "every reader of database " + file.name() + " is in use"),
          null);
    }
    return new SqliteTableReader(file, link, () -> giveBack(link));
  }

  private synchronized void giveBack(Link link) {
    if (closed) {
      close(link);
    } else {
      free.push(link);
    }
  }

  @Override
  public synchronized boolean isAlive() {
    return !closed;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      free.forEach(this::close);
    } finally {
      afterClose.run();
    }
  }

  private void close(Link link) {
    try {
      link.close();
    } catch (SQLException e) {
      throw Failures.error(file, "closing a reader", e);
    }
  }
}
