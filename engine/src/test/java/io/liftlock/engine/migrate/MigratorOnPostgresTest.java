package io.liftlock.engine.migrate;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

class MigratorOnPostgresTest extends MigratorContract {

  private ScratchDatabase scratch;

  @Override
  DatabaseUrl freshDatabase() {
    scratch = ScratchServer.get().freshDatabase();
    return scratch.url();
  }

  @Override
  Connection connect() {
    return scratch.connect();
  }

  @Override
  void runByHand(String script) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }
}
