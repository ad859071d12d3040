package io.liftlock.engine.migrate;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;

class MigratorOnSqliteTest extends MigratorContract {

  @TempDir Path elsewhere;

  @Override
  DatabaseUrl freshDatabase() {
    return DatabaseUrl.parse("sqlite:" + elsewhere.resolve("test.db"));
  }

  @Override
  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + elsewhere.resolve("test.db"));
  }

  @Override
  void runByHand(String script) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (var each : new ScriptReader().read("by hand", script, Dialect.SQLITE)) {
        statement.execute(each.text());
      }
    }
  }
}
