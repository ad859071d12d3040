package io.liftlock.sqlite.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what the database of a connection looks like. */
public final class SchemaReader {

  private final Connection connection;
  private final String historyTable;

  /**
   * @param connection to the database; only its main file is read, no attached one
   * @param historyTable the name of liftlock's history, which is left out
   */
  public SchemaReader(Connection connection, String historyTable) {
    this.connection = connection;
    this.historyTable = historyTable;
  }

  /**
   * Reads it.
   *
   * @param serverVersion SQLite's version
   */
  public Schema read(String serverVersion) throws SQLException {
    List<SchemaObject> objects = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT list.name, list.wr, list.strict, info.name, info.type, info."notnull",
              info.dflt_value, info.pk, info.hidden,
              row_number() OVER (PARTITION BY list.name ORDER BY info.cid)
            FROM pragma_table_list AS list, pragma_table_xinfo(list.name, 'main') AS info
            WHERE list.schema = 'main' AND list.type = 'table'
              AND substr(list.name, 1, 9) <> 'liftlock_' AND substr(list.name, 1, 7) <> 'sqlite_'
              AND list.name <> ? COLLATE NOCASE
            ORDER BY list.name, info.cid
            """)) {
      statement.setString(1, historyTable);
      try (ResultSet row = statement.executeQuery()) {
        String last = "";
        while (row.next()) {
          ObjectId table = ObjectId.of(ObjectKind.TABLE, row.getString(1));
          if (!table.name().equals(last)) {
            last = table.name();
            objects.add(
                SchemaObject.builder(table)
                    .flag(Property.WITHOUT_ROWID, row.getBoolean(2))
                    .flag(Property.STRICT, row.getBoolean(3))
                    .build());
          }
          objects.add(
              SchemaObject.builder(table.part(ObjectKind.COLUMN, row.getString(4)))
                  .set(Property.POSITION, row.getString(10))
                  .set(Property.TYPE, row.getString(5).isEmpty() ? null : row.getString(5))
                  .flag(Property.NOT_NULL, row.getBoolean(6))
                  .set(Property.DEFAULT, row.getString(7))
                  .build());
        }
      }
    }
    return Schema.of(Dialect.SQLITE, serverVersion, objects, List.of());
  }
}
