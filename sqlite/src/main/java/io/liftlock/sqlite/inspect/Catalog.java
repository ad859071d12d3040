package io.liftlock.sqlite.inspect;

import io.liftlock.sqlite.inspect.TableFacts.ColumnFact;
import io.liftlock.sqlite.inspect.TableFacts.ForeignFact;
import io.liftlock.sqlite.inspect.TableFacts.KeyColumn;
import io.liftlock.sqlite.inspect.TableFacts.KeyFact;
import io.liftlock.sqlite.sql.Folded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that the pragmas and the catalog of the main file say, as of one instant. */
final class Catalog {

  /** The tables of the catalog, of which a virtual one cannot always be asked for its columns. */
  private static final String TABLES =
      """
      FROM main.sqlite_schema AS entry CROSS JOIN %s
      WHERE entry.type = 'table' AND substr(entry.sql, 1, 14) <> 'CREATE VIRTUAL'
      """;

  /**
   * A row of the catalog.
   *
   * @param type {@code index}, {@code view}, {@code trigger} or {@code virtual}
   * @param table the relation that it hangs on, or its own name
   */
  record Entry(String type, String name, String table, String sql) {}

  /** A column of a view. */
  record ViewColumn(String name, String type) {}

  private final Connection connection;
  private final String historyTable;

  final Map<String, TableFacts> tables = new TreeMap<>();
  final Map<String, String> tableTexts = new LinkedHashMap<>();
  final List<Entry> entries = new ArrayList<>();

  Catalog(Connection connection, String historyTable) {
    this.connection = connection;
    this.historyTable = historyTable;
  }

  /** Reads all but the columns of views. */
  void read() throws SQLException {
    Map<String, String> types = new HashMap<>();
    query(
        "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'",
        row -> {
          String name = row.getString(1);
          types.put(name, row.getString(2));
          if (row.getString(2).equals("table") && !isOurs(name)) {
            tables.put(name, new TableFacts(name, row.getBoolean(3), row.getBoolean(4)));
          }
        });
    query(
        """
        SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY name
        """,
        row -> {
          String name = row.getString(2);
          boolean table = row.getString(1).equals("table");
          if (tables.containsKey(name) && table) {
            tableTexts.put(name, row.getString(4));
          } else if (!isOurs(name) && !isOurs(row.getString(3))) {
            boolean virtual = table && "virtual".equals(types.get(name));
            if (virtual || !table) {
              entries.add(
                  new Entry(
                      virtual ? "virtual" : row.getString(1),
                      name,
                      row.getString(3),
                      row.getString(4)));
            }
          }
        });
    readColumns();
    readKeys();
    readForeignKeys();
  }

  /** Whether a table is liftlock's or SQLite's own, and nobody's object. */
  private boolean isOurs(String name) {
    String folded = Folded.name(name);
    return folded.startsWith("liftlock_")
        || folded.startsWith("sqlite_")
        || Folded.same(name, historyTable);
  }

  private void readColumns() throws SQLException {
    query(
        """
        SELECT entry.name, info.name, info.type, info."notnull", info.dflt_value, info.pk,
          info.hidden
        """
            + TABLES.formatted("pragma_table_xinfo(entry.name, 'main') AS info"),
        row -> {
          TableFacts table = tables.get(row.getString(1));
          if (table != null) {
            table.columns.add(
                new ColumnFact(
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getString(5),
                    row.getInt(6),
                    row.getInt(7)));
          }
        });
  }

  private void readKeys() throws SQLException {
    Map<String, KeyFact> keys = new LinkedHashMap<>();
    query(
        """
        SELECT entry.name, key.name, key.origin, part.name, part."desc", part.coll
        """
            + TABLES.formatted(
                """
                pragma_index_list(entry.name, 'main') AS key
                CROSS JOIN pragma_index_xinfo(key.name, 'main') AS part\
                """)
            + " AND key.origin IN ('u', 'pk') AND part.key = 1",
        row -> {
          TableFacts table = tables.get(row.getString(1));
          if (table == null) {
            return;
          }
          boolean primary = row.getString(3).equals("pk");
          KeyFact key =
              keys.computeIfAbsent(
                  row.getString(2),
                  name -> {
                    KeyFact added = new KeyFact(primary, new ArrayList<>());
                    table.keys.add(added);
                    return added;
                  });
          key.columns().add(new KeyColumn(row.getString(4), row.getBoolean(5), row.getString(6)));
        });
  }

  private void readForeignKeys() throws SQLException {
    query(
        """
        SELECT entry.name, key.id, key."table", key."from", key."to", key.on_update, key.on_delete,
          key."match"
        """
            + TABLES.formatted("pragma_foreign_key_list(entry.name, 'main') AS key"),
        row -> {
          TableFacts table = tables.get(row.getString(1));
          if (table == null) {
            return;
          }
          ForeignFact known = table.foreignKeys.get(row.getInt(2));
          if (known == null) {
            known =
                new ForeignFact(
                    row.getString(3),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8));
            table.foreignKeys.put(row.getInt(2), known);
          }
          known.from().add(row.getString(4));
          String to = row.getString(5);
          if (to != null) {
            known.to().add(to);
          }
        });
  }

  /**
   * The columns of a view.
   *
   * @throws SQLException where it refers to something that is not there
   */
  List<ViewColumn> viewColumns(String view) throws SQLException {
    List<ViewColumn> columns = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT name, type FROM pragma_table_xinfo(?1, 'main') ORDER BY cid")) {
      statement.setString(1, view);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.add(new ViewColumn(row.getString(1), row.getString(2)));
        }
      }
    }
    return columns;
  }

  /** Takes one row of an answer. */
  @FunctionalInterface
  private interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  private void query(String sql, RowTaker taker) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          taker.take(row);
        }
      }
    }
  }

  /** Begins to look at one instant; inside a transaction it is that transaction's. */
  void begin() throws SQLException {
    execute("SAVEPOINT liftlock_inspect");
  }

  /** Ends it. */
  void end() throws SQLException {
    execute("RELEASE liftlock_inspect");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
