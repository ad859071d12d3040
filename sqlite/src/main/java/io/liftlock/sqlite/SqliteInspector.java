package io.liftlock.sqlite;

import io.liftlock.core.database.Inspector;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Dialect;
import io.liftlock.sqlite.inspect.SchemaReader;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.LinkSource;
import io.liftlock.sqlite.link.NativeLibrary;
import java.sql.SQLException;
import java.util.Optional;

/** Reads the schema of a file; one that is not there is an empty database. */
final class SqliteInspector implements Inspector {

  private final LinkSource links;
  private final String historyTable;

  SqliteInspector(LinkSource links, String historyTable) {
    this.links = links;
    this.historyTable = historyTable;
  }

  @Override
  public Schema inspect() {
    String version = NativeLibrary.sqliteVersion();
    Optional<Link> link = links.ifThere();
    if (link.isEmpty()) {
      return Schema.empty(Dialect.SQLITE, version);
    }
    try {
      return new SchemaReader(link.get().connection(), historyTable).read(version);
    } catch (SQLException e) {
      throw Failures.error(links.file(), "reading the catalog", e);
    }
  }
}
