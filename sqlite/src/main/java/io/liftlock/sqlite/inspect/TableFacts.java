package io.liftlock.sqlite.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the pragmas say of a table; what its text says is checked against it. */
final class TableFacts {

  final String name;
  final boolean withoutRowid;
  final boolean strict;
  final List<ColumnFact> columns = new ArrayList<>();
  final List<KeyFact> keys = new ArrayList<>();
  final Map<Integer, ForeignFact> foreignKeys = new LinkedHashMap<>();

  TableFacts(String name, boolean withoutRowid, boolean strict) {
    this.name = name;
    this.withoutRowid = withoutRowid;
    this.strict = strict;
  }

  /**
   * A column.
   *
   * @param key its place in the primary key, 1-based; 0 where it is not in it
   * @param hidden 2 for a virtual generated column, 3 for a stored one, else 0
   */
  record ColumnFact(
      String name,
      String type,
      boolean notNull,
      @Nullable String defaultValue,
      int key,
      int hidden) {}

  /** A column of an index's key. */
  record KeyColumn(String name, boolean descending, String collation) {}

  /**
   * The index of a primary key or unique constraint.
   *
   * @param primary whether it is the primary key's
   */
  record KeyFact(boolean primary, List<KeyColumn> columns) {}

  /**
   * A foreign key.
   *
   * @param to empty where it refers to the primary key
   */
  record ForeignFact(
      String table,
      List<String> from,
      List<String> to,
      String onUpdate,
      String onDelete,
      String match) {}

  List<String> columnNames() {
    return columns.stream().map(ColumnFact::name).toList();
  }

  /** The columns of the primary key, in its order. */
  List<String> primaryKey() {
    return columns.stream()
        .filter(column -> column.key() > 0)
        .sorted(Comparator.comparingInt(ColumnFact::key))
        .map(ColumnFact::name)
        .toList();
  }
}
