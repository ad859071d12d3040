package io.liftlock.cli;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The indexes of tables as rows, those of keys among them. */
final class IndexRows {

  private static final Set<String> WITH_INDEX =
      Set.of(Constraint.PRIMARY_KEY, Constraint.UNIQUE, Constraint.EXCLUDE);

  /** One index. */
  private record Row(
      String table, String index, String kind, String columns, String where, String definition) {}

  private IndexRows() {}

  /** A table with a row for each index. */
  static Table of(Schema schema, List<SchemaObject> relations) {
    Table table = new Table("index", "table", "kind", "columns", "where");
    for (Row row : rows(schema, relations)) {
      table.row(row.index(), row.table(), row.kind(), row.columns(), row.where());
    }
    return table;
  }

  /** The same as data. */
  static List<Map<String, @Nullable Object>> data(Schema schema, List<SchemaObject> relations) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Row row : rows(schema, relations)) {
      Map<String, @Nullable Object> data = new LinkedHashMap<>();
      data.put("table", row.table());
      data.put("index", row.index());
      data.put("kind", row.kind());
      data.put("columns", row.columns());
      data.put("where", row.where().isEmpty() ? null : row.where());
      data.put("definition", row.definition());
      all.add(data);
    }
    return all;
  }

  private static List<Row> rows(Schema schema, List<SchemaObject> relations) {
    List<Row> rows = new ArrayList<>();
    for (SchemaObject relation : relations) {
      String table = relation.id().qualified();
      for (SchemaObject part : schema.parts(relation.id(), ObjectKind.CONSTRAINT)) {
        Constraint constraint = new Constraint(part);
        if (WITH_INDEX.contains(constraint.type())) {
          rows.add(
              new Row(
                  table,
                  ObjectText.name(part.id()),
                  constraint.type(),
                  String.join(", ", constraint.columns()),
                  "",
                  constraint.definition()));
        }
      }
      for (SchemaObject index : schema.parts(relation.id(), ObjectKind.INDEX)) {
        rows.add(index(schema.dialect(), table, index));
      }
    }
    return rows;
  }

  private static Row index(Dialect dialect, String table, SchemaObject index) {
    List<String> kind = new ArrayList<>();
    if (index.is(Property.INVALID)) {
      kind.add("INVALID");
    }
    if (index.is(Property.UNIQUE)) {
      kind.add("unique");
    }
    // SQLite has one method only, and the usual one is left out.
    if (dialect == Dialect.POSTGRES) {
      kind.add(index.text(Property.METHOD).orElse("btree"));
    }
    return new Row(
        table,
        ObjectText.name(index.id()),
        String.join(" ", kind),
        String.join(", ", index.list(Property.COLUMNS)),
        index.text(Property.PREDICATE).orElse(""),
        index.text(Property.DEFINITION).orElse(""));
  }
}
