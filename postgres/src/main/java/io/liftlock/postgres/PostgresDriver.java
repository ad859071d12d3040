package io.liftlock.postgres;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistorySql;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.SqlParser;
import io.liftlock.core.sql.Dialect;
import io.liftlock.postgres.grammar.PostgresParser;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.render.PostgresRenderer;

/** Opens PostgreSQL databases, version 14 and later. */
public final class PostgresDriver implements DatabaseDriver {

  /** Made by the service loader. */
  public PostgresDriver() {}

  @Override
  public boolean accepts(DatabaseUrl url) {
    return url.kind() == DatabaseUrl.Kind.POSTGRES;
  }

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRES;
  }

  @Override
  public SqlParser parser() {
    return new PostgresParser();
  }

  @Override
  public Renderer renderer() {
    return new PostgresRenderer();
  }

  @Override
  public HistorySql historySql(HistoryTable table) {
    return WrittenHistory.of(table);
  }

  @Override
  public Database open(DatabaseUrl url, OpenOptions options) {
    Connector connector = new Connector(url, options.runner());
    return new PostgresDatabase(connector, connector.connect(), options);
  }
}
