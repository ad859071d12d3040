package io.liftlock.engine.proof;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Table;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;

/** A real database to prove things on. */
final class OpenDatabase implements AutoCloseable {

  static final RunnerIdentity RUNNER =
      new RunnerIdentity("tester", "here", 1, Instant.EPOCH, "test");

  final Database database;

  OpenDatabase(DatabaseUrl url) {
    database =
        ServiceLoader.load(DatabaseDriver.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(driver -> driver.accepts(url))
            .findFirst()
            .orElseThrow()
            .open(url, new OpenOptions("main (scratch)", HistoryTable.DEFAULT, RUNNER));
  }

  /** Runs statements one by one. */
  OpenDatabase run(String sql) {
    try {
      database.session().configure(Timeouts.NONE, Map.of());
      int ordinal = 1;
      for (Statement statement : new ScriptReader().read("test", sql, database.dialect())) {
        database.session().run(new Step(ordinal++, statement, Placement.OUTSIDE, Timeouts.NONE));
      }
      return this;
    } catch (StatementFailure failure) {
      throw new IllegalStateException(failure.problem().render(), failure);
    }
  }

  Schema schema() {
    return database.inspector().inspect();
  }

  /** Fills every table. */
  Seeding seed(int rows) {
    Schema schema = schema();
    return new RowSeeder(rows, new Random(7))
        .seed(database, schema, schema.tables().stream().map(Table::id).toList());
  }

  @Override
  public void close() {
    database.close();
  }
}
