package io.liftlock.sqlite.transfer;

import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.SqliteFile;
import java.sql.SQLException;

/** All or nothing, when it is this process's turn. */
final class WriteTransaction {

  private final SqliteFile file;
  private final Turn turn;

  WriteTransaction(SqliteFile file, Turn turn) {
    this.file = file;
    this.turn = turn;
  }

  /** Work on the database. */
  @FunctionalInterface
  interface Work {
    void act(Link link) throws SQLException;
  }

  /** Where the connection comes from. */
  @FunctionalInterface
  interface Links {
    Link get();
  }

  /**
   * Does the work in a transaction of its own.
   *
   * @param what for errors, as in {@code emptying tables}
   */
  void run(String what, Links links, Work work) {
    turn.take();
    try {
      Link link = links.get();
      begin(link);
      boolean done = false;
      try {
        work.act(link);
        link.execute("COMMIT");
        done = true;
      } finally {
        if (!done) {
          link.rollback();
        }
      }
    } catch (SQLException e) {
      throw Failures.error(file, what, e);
    } finally {
      turn.pass();
    }
  }

  /**
   * Begins to write. The read behind it makes the connection look at the schema as it is now:
   * CREATE TRIGGER and its like would go by what this connection has last seen of it, which another
   * one may have changed.
   */
  static void begin(Link link) throws SQLException {
    link.execute("BEGIN IMMEDIATE");
    link.value("SELECT count(*) FROM main.sqlite_schema");
  }
}
