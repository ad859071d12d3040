package io.liftlock.sqlite.inspect;

import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import io.liftlock.sqlite.sql.CreateIndex;
import io.liftlock.sqlite.sql.CreateTable;
import io.liftlock.sqlite.sql.CreateTableReader;
import io.liftlock.sqlite.sql.CreateTrigger;
import io.liftlock.sqlite.sql.CreateView;
import io.liftlock.sqlite.sql.CreateVirtualTable;
import io.liftlock.sqlite.sql.NotUnderstood;
import io.liftlock.sqlite.sql.ResultNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what the database of a connection looks like. Checks, collations, generated values and the
 * names of constraints stand only in the text of CREATE statements, which is read and checked
 * against what the pragmas say; where the two differ, the table is listed as not modelled.
 */
public final class SchemaReader {

  private final Catalog catalog;
  private final Relations relations = new Relations();
  private final List<SchemaObject> objects = new ArrayList<>();
  private final List<NotModelled> notModelled = new ArrayList<>();

  /** Columns of the views that can be asked for them. */
  private final Map<String, List<Catalog.ViewColumn>> views = new HashMap<>();

  /** The tables that are understood. */
  private final Map<String, CreateTable> texts = new LinkedHashMap<>();

  /**
   * @param connection to the database; only its main file is read, no attached one
   * @param historyTable the name of liftlock's history, which is left out
   */
  public SchemaReader(Connection connection, String historyTable) {
    this.catalog = new Catalog(connection, historyTable);
  }

  /**
   * Reads it. Serves once.
   *
   * @param serverVersion SQLite's version
   */
  public Schema read(String serverVersion) throws SQLException {
    catalog.begin();
    try {
      catalog.read();
      readViewColumns();
    } finally {
      catalog.end();
    }
    catalog.tables.forEach(
        (name, facts) -> relations.add(ObjectId.of(ObjectKind.TABLE, name), facts.columnNames()));
    for (Catalog.Entry entry : catalog.entries) {
      if (entry.type().equals("virtual")) {
        relations.add(ObjectId.of(ObjectKind.VIRTUAL_TABLE, entry.name()), List.of());
      }
    }
    views.forEach(
        (name, columns) ->
            relations.add(
                ObjectId.of(ObjectKind.VIEW, name),
                columns.stream().map(Catalog.ViewColumn::name).toList()));
    catalog.tables.values().forEach(this::table);
    catalog.entries.forEach(this::entry);
    return Schema.of(Dialect.SQLITE, serverVersion, objects, notModelled);
  }

  private void readViewColumns() {
    for (Catalog.Entry entry : catalog.entries) {
      if (entry.type().equals("view")) {
        try {
          views.put(entry.name(), catalog.viewColumns(entry.name()));
        } catch (SQLException e) {
          views.put(entry.name(), List.of());
          notModelled.add(
              new NotModelled("view's columns", name(entry), "SQLite cannot run the view's query"));
        }
      }
    }
  }

  /** The name, below the relation that it hangs on. */
  private static String name(Catalog.Entry entry) {
    ObjectId own = ObjectId.of(ObjectKind.VIEW, entry.name());
    boolean part = entry.type().equals("index") || entry.type().equals("trigger");
    return part
        ? ObjectId.of(ObjectKind.VIEW, entry.table()).part(own.kind(), entry.name()).qualified()
        : own.qualified();
  }

  private void table(TableFacts facts) {
    String because;
    try {
      CreateTable text =
          CreateTableReader.read(
              catalog.tableTexts.getOrDefault(facts.name, ""),
              facts.columnNames(),
              relations::nameOf);
      Optional<String> difference = new TableCheck(facts, text).difference();
      if (difference.isEmpty()) {
        texts.put(facts.name, text);
        new TableObjects(facts, text, relations, catalog.tables).addTo(objects, notModelled);
        return;
      }
      because = difference.get() + " of its text and of the pragmas differ";
    } catch (NotUnderstood e) {
      because = e.because();
    }
    notModelled.add(
        new NotModelled("table", ObjectId.of(ObjectKind.TABLE, facts.name).qualified(), because));
  }

  private void entry(Catalog.Entry entry) {
    try {
      switch (entry.type()) {
        case "index" -> index(entry);
        case "view" -> view(entry);
        case "trigger" -> trigger(entry);
        default ->
            objects.add(
                SchemaObject.builder(ObjectId.of(ObjectKind.VIRTUAL_TABLE, entry.name()))
                    .set(
                        Property.DEFINITION,
                        CreateVirtualTable.definition(entry.sql(), entry.name()))
                    .build());
      }
    } catch (NotUnderstood e) {
      notModelled.add(new NotModelled(entry.type(), name(entry), e.because()));
    }
  }

  private boolean isHeld(ObjectId relation) {
    return relation.kind() != ObjectKind.TABLE || texts.containsKey(relation.name());
  }

  /** The relation that an object hangs on; empty, and listed, where that is not held. */
  private Optional<ObjectId> relation(Catalog.Entry entry) {
    Optional<ObjectId> relation = relations.find(entry.table()).filter(this::isHeld);
    if (relation.isEmpty()) {
      notModelled.add(
          new NotModelled(entry.type(), name(entry), "what it hangs on is not modelled"));
    }
    return relation;
  }

  private void index(Catalog.Entry entry) throws NotUnderstood {
    Optional<ObjectId> table = relation(entry);
    if (table.isEmpty()) {
      return;
    }
    CreateIndex index =
        CreateIndex.read(
            entry.sql(), entry.name(), table.get().name(), relations.columns(table.get()));
    SchemaObject.Builder builder =
        SchemaObject.builder(table.get().part(ObjectKind.INDEX, entry.name()))
            .flag(Property.UNIQUE, index.unique())
            .set(Property.COLUMNS, index.columns())
            .set(Property.PREDICATE, index.predicate())
            .set(Property.DEFINITION, index.definition());
    index.mentioned().forEach(column -> builder.uses(table.get().part(ObjectKind.COLUMN, column)));
    objects.add(builder.build());
  }

  private void view(Catalog.Entry entry) throws NotUnderstood {
    ObjectId view = ObjectId.of(ObjectKind.VIEW, entry.name());
    Relations.Mentioned mentioned = relations.mentioned(entry.sql(), Optional.empty());
    String query = CreateView.query(entry.sql(), mentioned.known());
    List<String> columns = relations.columnNames(view);
    boolean named = ResultNames.of(query, relations.columnNames()).equals(Optional.of(columns));
    objects.add(
        SchemaObject.builder(view)
            .set(Property.DEFINITION, query)
            .set(Property.COLUMNS, named ? List.of() : columns)
            .uses(mentioned.without(view).stream().filter(this::isObject).toList())
            .build());
    int position = 1;
    for (Catalog.ViewColumn column : views.getOrDefault(entry.name(), List.of())) {
      objects.add(
          SchemaObject.builder(view.part(ObjectKind.COLUMN, column.name()))
              .set(Property.POSITION, Integer.toString(position++))
              .set(Property.TYPE, column.type().isEmpty() ? null : column.type())
              .build());
    }
  }

  private void trigger(Catalog.Entry entry) throws NotUnderstood {
    Optional<ObjectId> relation = relation(entry);
    if (relation.isEmpty()) {
      return;
    }
    Relations.Mentioned mentioned = relations.mentioned(entry.sql(), relation);
    objects.add(
        SchemaObject.builder(relation.get().part(ObjectKind.TRIGGER, entry.name()))
            .set(
                Property.DEFINITION,
                CreateTrigger.definition(entry.sql(), entry.name(), mentioned.known()))
            .uses(
                mentioned.uses().stream()
                    .filter(used -> !used.equals(relation.get()))
                    .filter(this::isObject)
                    .toList())
            .build());
  }

  /** Whether it is, or is a part of, something that the schema holds. */
  private boolean isObject(ObjectId id) {
    ObjectId relation =
        id.kind() == ObjectKind.COLUMN ? relations.find(id.container().get(0)).orElseThrow() : id;
    return isHeld(relation);
  }
}
