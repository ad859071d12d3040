package io.liftlock.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;

/**
 * A SQLite database with values of every storage class where nobody expects them, and with every
 * kind of table.
 */
public final class OddSqlite {

  private OddSqlite() {}

  /** Makes the schema in an empty database. */
  public static void schema(Connection connection) throws SQLException {
    run(connection, sql -> sql.startsWith("CREATE"));
  }

  /** Fills the schema. */
  public static void rows(Connection connection) throws SQLException {
    run(connection, sql -> !sql.startsWith("CREATE"));
  }

  private static void run(Connection connection, Predicate<String> which) throws SQLException {
    // The driver runs only one statement a call; a trigger's body has semicolons of its own.
    String[] statements = Resource.text("odd-sqlite.sql").split(";\\R(?=CREATE|INSERT|DELETE|\\z)");
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        String bare = sql.replaceFirst("^(--.*\\R)+", "");
        if (which.test(bare)) {
          statement.execute(bare);
        }
      }
    }
  }
}
