package io.liftlock.sqlite.inspect;

import io.liftlock.sqlite.inspect.TableFacts.ColumnFact;
import io.liftlock.sqlite.inspect.TableFacts.ForeignFact;
import io.liftlock.sqlite.inspect.TableFacts.KeyColumn;
import io.liftlock.sqlite.inspect.TableFacts.KeyFact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that the pragmas and the catalog of the main file say, as of one instant. */
final class Catalog {

  /** Tables that are liftlock's or SQLite's own are nobody's objects. */
  private static final String OURS =
      """
      (substr(%1$s, 1, 9) COLLATE NOCASE = 'liftlock_' OR substr(%1$s, 1, 7) COLLATE NOCASE = 'sqlite_'
        OR %1$s = ?1 COLLATE NOCASE)
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

  final Map<String, TableFacts> tables = new LinkedHashMap<>();
  final Map<String, String> tableTexts = new LinkedHashMap<>();
  final List<Entry> entries = new ArrayList<>();

  Catalog(Connection connection, String historyTable) {
    this.connection = connection;
    this.historyTable = historyTable;
  }

  /** Reads all but the columns of views. */
  void read() throws SQLException {
    query(
        """
        SELECT list.name, list.wr, list.strict, entry.sql
        FROM pragma_table_list AS list JOIN main.sqlite_schema AS entry
          ON entry.name = list.name AND entry.type = 'table'
        WHERE list.schema = 'main' AND list.type = 'table' AND NOT %s
        ORDER BY list.name
        """
            .formatted(OURS.formatted("list.name")),
        row -> {
          String name = row.getString(1);
          tables.put(name, new TableFacts(name, row.getBoolean(2), row.getBoolean(3)));
          tableTexts.put(name, row.getString(4));
        });
    query(
        """
        SELECT CASE WHEN list.type = 'virtual' THEN 'virtual' ELSE entry.type END, entry.name,
          entry.tbl_name, entry.sql
        FROM main.sqlite_schema AS entry LEFT JOIN pragma_table_list AS list
          ON list.schema = 'main' AND list.name = entry.name AND entry.type = 'table'
        WHERE entry.sql IS NOT NULL AND (entry.type <> 'table' OR list.type = 'virtual')
          AND NOT %s AND NOT %s
        ORDER BY entry.name
        """
            .formatted(OURS.formatted("entry.tbl_name"), OURS.formatted("entry.name")),
        row ->
            entries.add(
                new Entry(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
    readColumns();
    readKeys();
    readForeignKeys();
  }

  private void readColumns() throws SQLException {
    query(
        """
        SELECT list.name, info.name, info.type, info."notnull", info.dflt_value, info.pk, info.hidden
        FROM pragma_table_list AS list, pragma_table_xinfo(list.name, 'main') AS info
        WHERE list.schema = 'main' AND list.type = 'table' AND NOT %s
        ORDER BY list.name, info.cid
        """
            .formatted(OURS.formatted("list.name")),
        row ->
            table(row)
                .columns
                .add(
                    new ColumnFact(
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getInt(7))));
  }

  private void readKeys() throws SQLException {
    Map<String, KeyFact> keys = new LinkedHashMap<>();
    query(
        """
        SELECT list.name, key.name, key.origin, part.name, part."desc", part.coll
        FROM pragma_table_list AS list, pragma_index_list(list.name, 'main') AS key,
          pragma_index_xinfo(key.name, 'main') AS part
        WHERE list.schema = 'main' AND list.type = 'table' AND key.origin IN ('u', 'pk')
          AND part.key = 1 AND NOT %s
        ORDER BY list.name, key.seq, part.seqno
        """
            .formatted(OURS.formatted("list.name")),
        row -> {
          TableFacts table = table(row);
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
        SELECT list.name, key.id, key."table", key."from", key."to", key.on_update, key.on_delete,
          key."match"
        FROM pragma_table_list AS list, pragma_foreign_key_list(list.name, 'main') AS key
        WHERE list.schema = 'main' AND list.type = 'table' AND NOT %s
        ORDER BY list.name, key.id, key.seq
        """
            .formatted(OURS.formatted("list.name")),
        row -> {
          ForeignFact known = table(row).foreignKeys.get(row.getInt(2));
          if (known == null) {
            known =
                new ForeignFact(
                    row.getString(3),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8));
            table(row).foreignKeys.put(row.getInt(2), known);
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

  private TableFacts table(ResultSet row) throws SQLException {
    TableFacts table = tables.get(row.getString(1));
    if (table == null) {
      throw new SQLException("the catalog changed while it was read");
    }
    return table;
  }

  /** Takes one row of an answer. */
  @FunctionalInterface
  private interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  private void query(String sql, RowTaker taker) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, historyTable);
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
