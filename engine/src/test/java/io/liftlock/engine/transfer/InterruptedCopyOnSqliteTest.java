package io.liftlock.engine.transfer;

import io.liftlock.core.database.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class InterruptedCopyOnSqliteTest extends InterruptedCopyContract {

  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, mail TEXT UNIQUE)",
          "CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users, price"
              + " REAL)",
          "CREATE INDEX of_user ON orders (user_id)",
          "CREATE TABLE log (line)",
          "CREATE TRIGGER noted AFTER INSERT ON orders BEGIN INSERT INTO log VALUES ('x'); END");

  private static final String NUMBERS =
      "WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 400) ";

  private static final List<String> ROWS =
      List.of(
          NUMBERS + "INSERT INTO users SELECT n, 'u' || n FROM i WHERE n % 3",
          NUMBERS + "INSERT INTO orders SELECT n, n, n / 7.0 FROM i WHERE n % 3",
          "DELETE FROM log",
          NUMBERS
              + "INSERT INTO log SELECT CASE n % 3 WHEN 0 THEN n WHEN 1 THEN x'00ff' END FROM i");

  @TempDir Path folder;
  private int next;
  private DatabaseUrl source;

  @Override
  DatabaseUrl source() {
    if (source == null) {
      source = made("source.db", ROWS);
    }
    return source;
  }

  @Override
  DatabaseUrl target() {
    return made("target" + next++ + ".db", List.of());
  }

  private DatabaseUrl made(String name, List<String> rows) {
    DatabaseUrl url = DatabaseUrl.parse("sqlite:" + folder.resolve(name));
    List<String> all = new ArrayList<>(SCHEMA);
    all.addAll(rows);
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      for (String sql : all) {
        statement.execute(sql);
      }
      return url;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect(DatabaseUrl url) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + url.location());
  }

  @Override
  Object rows(DatabaseUrl url) {
    List<String> lines = new ArrayList<>();
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      for (String query :
          List.of(
              "SELECT quote(id) || quote(mail) FROM users",
              "SELECT quote(id) || quote(user_id) || quote(price) FROM orders",
              "SELECT quote(line) FROM log",
              "SELECT name || seq FROM sqlite_sequence WHERE name = 'users'")) {
        try (ResultSet rows = statement.executeQuery(query + " ORDER BY 1")) {
          while (rows.next()) {
            lines.add(rows.getString(1));
          }
        }
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  long chunkBytes() {
    return 2_000;
  }
}
