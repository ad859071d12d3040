package io.liftlock.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A SQLite database with values of every storage class where nobody expects them, and with every
 * kind of table.
 */
public final class OddSqlite {

  private OddSqlite() {}

  /** Makes schema and rows. */
  public static void fill(Connection connection) throws SQLException {
    // The driver runs only one statement a call; a trigger's body has semicolons of its own.
    try (Statement statement = connection.createStatement()) {
      for (String sql : Resource.text("odd-sqlite.sql").split(";\\R(?=CREATE|INSERT|DELETE|\\z)")) {
        statement.execute(sql);
      }
    }
  }
}
