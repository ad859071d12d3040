package io.liftlock.engine.safety;

import io.liftlock.core.database.SqlParser;
import io.liftlock.core.sql.Dialect;
import io.liftlock.postgres.PostgresDriver;
import io.liftlock.sqlite.SqliteDriver;

/** The real parsers, for tests. */
final class Parsers {

  private Parsers() {}

  static SqlParser of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRES -> new PostgresDriver().parser();
      case SQLITE -> new SqliteDriver().parser();
    };
  }
}
