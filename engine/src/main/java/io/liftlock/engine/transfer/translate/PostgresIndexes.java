package io.liftlock.engine.transfer.translate;

import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Says SQLite's indexes on columns in PostgreSQL's words. */
final class PostgresIndexes {

  private final Draft draft;
  private final UnaryOperator<String> quoted;
  private final NameSpace relations;
  private final NameStyle style;

  PostgresIndexes(Draft draft, UnaryOperator<String> quoted, NameSpace relations, NameStyle style) {
    this.draft = draft;
    this.quoted = quoted;
    this.relations = relations;
    this.style = style;
  }

  void add(TableDraft table, SchemaObject index) {
    Optional<List<ColumnDraft>> columns = table.columns(index.list(Property.COLUMNS));
    if (columns.isEmpty()) {
      draft.leaveOut(index.id(), "it is on an expression");
      return;
    }
    Optional<String> where = index.text(Property.PREDICATE);
    Optional<String> predicate =
        where.flatMap(
            condition -> ConditionTranslator.translate(Dialect.SQLITE, condition, table::field));
    if (where.isPresent() && predicate.isEmpty()) {
      draft.leaveOut(index.id(), "its condition may not mean the same in PostgreSQL");
      return;
    }
    build(table, index, columns.get(), predicate);
  }

  private void build(
      TableDraft table, SchemaObject index, List<ColumnDraft> columns, Optional<String> predicate) {
    String name = relations.take(PostgresNames.of(index.id().name(), style));
    List<IndexElements.Element> elements =
        IndexElements.of(Dialect.SQLITE, index.text(Property.DEFINITION).orElse(""));
    List<String> written = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      boolean said = i < elements.size();
      written.add(columns.get(i).written() + (said && elements.get(i).descending() ? " DESC" : ""));
      if (said && !elements.get(i).collation().isEmpty()) {
        draft.leaveOut(
            index.id(),
            "collation " + elements.get(i).collation(),
            "PostgreSQL has none that folds and trims as SQLite does");
      }
    }
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
                    + " USING btree ("
                    + String.join(", ", written)
                    + ")"
                    + predicate.map(condition -> " WHERE " + condition).orElse(""))
            .uses(columns.stream().map(ColumnDraft::target).toList())
            .build());
  }
}
