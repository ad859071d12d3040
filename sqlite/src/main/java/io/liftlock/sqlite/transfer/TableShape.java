package io.liftlock.sqlite.transfer;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.Affinity;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.sql.Folded;
import io.liftlock.sqlite.sql.Quoted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a table to move its rows.
 *
 * @param name its name
 * @param strict whether it holds its values to their types
 * @param rowid the name by which its hidden row number can be asked for; null where it has none, or
 *     where columns of its own have taken all three names
 * @param columns its columns, generated ones too
 */
record TableShape(String name, boolean strict, @Nullable String rowid, List<Column> columns) {

  /**
   * A column.
   *
   * @param declared its declared type; empty where there is none
   * @param affinity what it makes of values that are stored in it
   * @param nullable whether it may hold NULL; the columns of most primary keys may
   * @param key its place in the primary key, from 1; 0 where it has none
   * @param generated whether its value is computed
   * @param number whether it is the row's number under another name
   */
  record Column(
      String name,
      String declared,
      Affinity affinity,
      boolean nullable,
      int key,
      boolean generated,
      boolean number) {

    private Column asNumber() {
      return new Column(name, declared, affinity, false, key, generated, true);
    }
  }

  TableShape {
    columns = List.copyOf(columns);
  }

  /**
   * Reads it.
   *
   * @throws DatabaseError where there is no such table
   */
  static TableShape read(Link link, ObjectId table) throws SQLException {
    List<TableShape> found =
        link.query(
            """
            SELECT name, wr, strict FROM pragma_table_list
            WHERE schema = 'main' AND lower(name) = lower(?) AND type IN ('table', 'virtual')
            """,
            row ->
                new TableShape(
                    row.getString(1), row.getBoolean(3), row.getBoolean(2) ? null : "", List.of()),
            table.name());
    if (found.isEmpty()) {
      throw new DatabaseError(
          Problem.error(ErrorCode.STATEMENT_FAILED, "there is no table " + table.qualified())
              .action("run again: the schema was changed after it was read"),
          null);
    }
    return found.get(0).withColumns(link);
  }

  private TableShape withColumns(Link link) throws SQLException {
    List<Column> read =
        link.query(
            """
            SELECT name, type, "notnull", pk, hidden FROM pragma_table_xinfo(?, 'main') ORDER BY cid
            """,
            row -> {
              String declared = row.getString(2);
              // Only a strict table knows ANY; elsewhere the word means numbers like any other.
              boolean any = strict && declared.equalsIgnoreCase("ANY");
              return new Column(
                  row.getString(1),
                  declared,
                  any ? Affinity.BLOB : Affinity.of(declared),
                  !row.getBoolean(3),
                  row.getInt(4),
                  row.getInt(5) == 2 || row.getInt(5) == 3,
                  false);
            },
            name);
    if (rowid == null) {
      return new TableShape(name, strict, null, read);
    }
    Set<String> taken = new TreeSet<>();
    read.forEach(column -> taken.add(Folded.name(column.name())));
    String free =
        List.of("rowid", "_rowid_", "oid").stream()
            .filter(alias -> !taken.contains(alias))
            .findFirst()
            .orElse(null);
    TableShape shape = new TableShape(name, strict, free, read);
    // INTEGER PRIMARY KEY DESC is not the row's number, and has an index as any other key has.
    boolean indexed =
        link.value("SELECT 1 FROM pragma_index_list(?, 'main') WHERE origin = 'pk'", name)
            .isPresent();
    List<Column> columns = new ArrayList<>();
    for (Column column : read) {
      columns.add(!indexed && shape.isInteger(column) ? column.asNumber() : column);
    }
    return new TableShape(name, strict, free, columns);
  }

  /** Its quoted name. */
  String sql() {
    return "main." + Quoted.identifier(name);
  }

  /** A column; names are equal whatever the case of their letters. */
  Optional<Column> column(String wanted) {
    return columns.stream().filter(column -> Folded.same(column.name(), wanted)).findFirst();
  }

  /**
   * Names as SQL, each of which is there. SQLite takes a quoted name that it does not know for a
   * text.
   *
   * @throws DatabaseError where one is not there
   */
  List<String> sql(List<String> names) {
    return names.stream()
        .map(
            wanted -> {
              if (column(wanted).isEmpty() && !(rowid != null && Folded.same(rowid, wanted))) {
                throw new DatabaseError(
                    Problem.error(
                            ErrorCode.STATEMENT_FAILED,
                            "table " + Quoted.name(name) + " has no column " + wanted)
                        .action("run again: the schema was changed after it was read"),
                    null);
              }
              return Quoted.identifier(wanted);
            })
        .toList();
  }

  /** The columns of the primary key, in its order; empty where there is none. */
  List<Column> primaryKey() {
    return columns.stream()
        .filter(column -> column.key() > 0)
        .sorted(Comparator.comparingInt(Column::key))
        .toList();
  }

  /** Whether a column is the whole primary key, and of the one type that makes it the number. */
  private boolean isInteger(Column column) {
    return column.key() == 1
        && column.declared().toUpperCase(Locale.ROOT).equals("INTEGER")
        && columns.stream().filter(other -> other.key() > 0).count() == 1;
  }

  /** What names a row for people: its number where it has one, else its primary key. */
  List<String> identity() {
    return rowid != null ? List.of(rowid) : primaryKey().stream().map(Column::name).toList();
  }
}
