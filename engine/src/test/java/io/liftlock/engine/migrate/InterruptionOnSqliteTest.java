package io.liftlock.engine.migrate;

import io.liftlock.core.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class InterruptionOnSqliteTest extends InterruptionContract {

  @TempDir Path elsewhere;
  private int made;

  @Override
  DatabaseUrl freshDatabase() {
    return DatabaseUrl.parse("sqlite:" + file());
  }

  @Override
  DatabaseUrl copy() throws IOException {
    made++;
    Files.copy(elsewhere.resolve("test0.db"), file());
    return DatabaseUrl.parse("sqlite:" + file());
  }

  private Path file() {
    return elsewhere.resolve("test" + made + ".db");
  }

  @Override
  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file());
  }

  @Override
  String bare() {
    return "VACUUM;\n";
  }

  @Override
  String bareBack() {
    return "VACUUM;\n";
  }
}
