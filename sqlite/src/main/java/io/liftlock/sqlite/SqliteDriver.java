package io.liftlock.sqlite;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistorySql;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.SqlParser;
import io.liftlock.core.sql.Dialect;
import io.liftlock.sqlite.grammar.SqliteParser;
import io.liftlock.sqlite.link.SqliteFile;
import io.liftlock.sqlite.render.SqliteRenderer;

/** Opens SQLite files. */
public final class SqliteDriver implements DatabaseDriver {

  /** Made by the service loader. */
  public SqliteDriver() {}

  @Override
  public boolean accepts(DatabaseUrl url) {
    return url.kind() == DatabaseUrl.Kind.SQLITE;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public SqlParser parser() {
    return new SqliteParser();
  }

  @Override
  public Renderer renderer() {
    return new SqliteRenderer();
  }

  @Override
  public HistorySql historySql(HistoryTable table) {
    return new SqliteHistorySql(table.table());
  }

  /**
   * Opens the file where it is there. A file that is not there is no error: it is a database to
   * which nothing was done yet, and the first write makes it, with the folders above it.
   *
   * @throws io.liftlock.core.error.UserError where the URL names no file (a folder, {@code
   *     :memory:}) or carries a parameter that SQLite does not have
   */
  @Override
  public Database open(DatabaseUrl url, OpenOptions options) {
    SqliteFile file = SqliteFile.of(url, options.name());
    return SqliteDatabase.open(file, options);
  }
}
