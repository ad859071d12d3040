package io.liftlock.engine.migrate;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;

class InterruptionOnPostgresTest extends InterruptionContract {

  private ScratchDatabase original;
  private ScratchDatabase scratch;

  @Override
  DatabaseUrl freshDatabase() {
    scratch = ScratchServer.get().freshDatabase();
    return scratch.url();
  }

  @Override
  DatabaseUrl copy() {
    if (original == null) {
      original = scratch;
    } else {
      scratch.drop();
    }
    scratch = ScratchServer.get().copyOf(original);
    return scratch.url();
  }

  @Override
  Connection connect() {
    return scratch.connect();
  }

  @Override
  String bare() {
    return "CREATE INDEX CONCURRENTLY users_name ON users (name);\n";
  }

  @Override
  String bareBack() {
    return "DROP INDEX CONCURRENTLY users_name;\n";
  }
}
