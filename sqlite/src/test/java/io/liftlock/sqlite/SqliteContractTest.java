package io.liftlock.sqlite;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.sql.Dialect;
import io.liftlock.testkit.DatabaseContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

final class SqliteContractTest extends DatabaseContract {

  @TempDir Path folder;

  private ByHand byHand() {
    return new ByHand(folder.resolve("state/test.db"));
  }

  @Override
  protected Database open(OpenOptions options) {
    return new SqliteDriver()
        .open(DatabaseUrl.parse("sqlite:" + folder.resolve("state/test.db")), options);
  }

  @Override
  protected Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  protected void byHand(String sql) {
    byHand().run(sql);
  }

  @Override
  protected Optional<String> ask(String sql) {
    return byHand().ask(sql);
  }

  @Override
  protected String tableQuery(String table) {
    return "SELECT 1 FROM sqlite_schema WHERE name = '" + table + "'";
  }

  @Override
  protected AutoCloseable block(String table) {
    try {
      return byHand().holding("BEGIN IMMEDIATE");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected String slowStatement() {
    return "CREATE TABLE slow AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c"
        + " WHERE x < 500000000) SELECT max(x) FROM c";
  }

  @Override
  protected Setting setting() {
    return new Setting("cache_size", "-4321", "SELECT cache_size FROM pragma_cache_size");
  }
}
