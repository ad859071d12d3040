package io.liftlock.engine.transfer.translate;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Says PostgreSQL's indexes on columns in SQLite's words. */
final class SqliteIndexes {

  /** Methods whose indexes serve what SQLite's serve. */
  private static final Set<String> ALIKE = Set.of("btree", "hash");

  private final Draft draft;
  private final UnaryOperator<String> quoted;
  private final NameSpace relations;

  SqliteIndexes(Draft draft, UnaryOperator<String> quoted, NameSpace relations) {
    this.draft = draft;
    this.quoted = quoted;
    this.relations = relations;
  }

  void add(TableDraft table, SchemaObject index) {
    String method = index.text(Property.METHOD).orElse("btree");
    if (!ALIKE.contains(method)) {
      draft.leaveOut(index.id(), "SQLite has no index of method " + method);
      return;
    }
    Optional<List<ColumnDraft>> columns = table.columns(index.list(Property.COLUMNS));
    if (columns.isEmpty()) {
      draft.leaveOut(index.id(), "it is on an expression");
      return;
    }
    Optional<String> where = index.text(Property.PREDICATE);
    Optional<String> predicate =
        where.flatMap(
            condition -> ConditionTranslator.translate(Dialect.POSTGRES, condition, table::field));
    if (where.isPresent() && predicate.isEmpty()) {
      draft.leaveOut(index.id(), "its condition may not mean the same in SQLite");
      return;
    }
    build(table, index, columns.get(), predicate);
  }

  private void build(
      TableDraft table, SchemaObject index, List<ColumnDraft> columns, Optional<String> predicate) {
    ObjectId id = index.id();
    List<IndexElements.Element> elements =
        IndexElements.of(Dialect.POSTGRES, index.text(Property.DEFINITION).orElse(""));
    List<String> written = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      boolean descending = i < elements.size() && elements.get(i).descending();
      written.add(columns.get(i).written() + (descending ? " DESC" : ""));
    }
    String name = relations.take(name(table, id.name()));
    boolean unique = index.is(Property.UNIQUE);
    draft.add(
        SchemaObject.builder(table.target().part(ObjectKind.INDEX, name))
            .flag(Property.UNIQUE, unique)
            .set(Property.COLUMNS, columns.stream().map(ColumnDraft::name).toList())
            .set(Property.PREDICATE, predicate.orElse(null))
            .set(
                Property.DEFINITION,
                "CREATE "
                    + (unique ? "UNIQUE " : "")
                    + "INDEX "
                    + quoted.apply(name)
                    + " ON "
                    + table.written()
                    + " ("
                    + String.join(", ", written)
                    + ")"
                    + predicate.map(condition -> " WHERE " + condition).orElse(""))
            .uses(columns.stream().map(ColumnDraft::target).toList())
            .build());
  }

  private static String name(TableDraft table, String name) {
    boolean own = name.regionMatches(true, 0, "sqlite_", 0, 7);
    return own ? table.target().name() + "_" + name : name;
  }
}
