package io.liftlock.engine.transfer.translate;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says PostgreSQL's constraints in SQLite's words. */
final class SqliteConstraints {

  private final Draft draft;
  private final Map<ObjectId, NameSpace> names = new HashMap<>();

  SqliteConstraints(Draft draft) {
    this.draft = draft;
  }

  /**
   * The column that becomes another name of the row's number: a whole number, and the whole key.
   */
  Optional<ColumnDraft> rowid(TableDraft table) {
    return table
        .source()
        .primaryKey()
        .filter(key -> key.columns().size() == 1)
        .flatMap(key -> table.column(key.columns().get(0)))
        .filter(column -> column.type().equals(SqliteType.INTEGER))
        .filter(column -> column.field().kind() == ValueKind.NUMBER);
  }

  /** Every constraint of a table. */
  void add(TableDraft table) {
    for (Constraint constraint : table.source().constraints()) {
      Optional<List<ColumnDraft>> columns = table.columns(constraint.columns());
      switch (constraint.type()) {
        case Constraint.PRIMARY_KEY, Constraint.UNIQUE ->
            columns.ifPresent(found -> key(table, constraint, found));
        case Constraint.FOREIGN_KEY ->
            columns.ifPresent(found -> foreignKey(table, constraint, found));
        case Constraint.CHECK -> check(table, constraint);
        default -> draft.leaveOut(constraint.object().id(), "SQLite has no " + constraint.type());
      }
    }
  }

  private void key(TableDraft table, Constraint constraint, List<ColumnDraft> columns) {
    if (constraint.definition().contains("NULLS NOT DISTINCT")) {
      draft.leaveOut(
          constraint.object().id(), "NULLS NOT DISTINCT", "to SQLite two NULLs always differ");
    }
    boolean primary = constraint.type().equals(Constraint.PRIMARY_KEY);
    draft.add(
        builder(table, constraint.name(), constraint.type(), columns)
            .set(
                Property.DEFINITION,
                (primary ? "PRIMARY KEY (" : "UNIQUE (") + written(columns) + ")")
            .build());
  }

  private void foreignKey(TableDraft table, Constraint constraint, List<ColumnDraft> columns) {
    SchemaObject from = constraint.object();
    Optional<TableDraft> parent = constraint.references().flatMap(draft::table);
    Optional<List<ColumnDraft>> others =
        parent.flatMap(found -> found.columns(constraint.referencedColumns()));
    if (parent.isEmpty() || others.isEmpty()) {
      draft.leaveOut(from.id(), "what it refers to is not there");
      return;
    }
    if (from.is(Property.NOT_VALID)) {
      draft.leaveOut(
          from.id(), "it is not valid, and SQLite has only keys that hold for every row");
      return;
    }
    String definition =
        "FOREIGN KEY ("
            + written(columns)
            + ") REFERENCES "
            + parent.get().written()
            + " ("
            + written(others.get())
            + ")"
            + action(from, Property.ON_DELETE, " ON DELETE ")
            + action(from, Property.ON_UPDATE, " ON UPDATE ")
            + (from.is(Property.DEFERRABLE) ? " DEFERRABLE" : "")
            + (from.is(Property.INITIALLY_DEFERRED) ? " INITIALLY DEFERRED" : "");
    draft.add(
        builder(table, constraint.name(), constraint.type(), columns)
            .set(Property.REFERENCES, parent.get().target().qualified())
            .set(Property.REFERENCED_COLUMNS, others.get().stream().map(ColumnDraft::name).toList())
            .set(Property.ON_DELETE, from.text(Property.ON_DELETE).orElse(null))
            .set(Property.ON_UPDATE, from.text(Property.ON_UPDATE).orElse(null))
            .flag(Property.DEFERRABLE, from.is(Property.DEFERRABLE))
            .flag(Property.INITIALLY_DEFERRED, from.is(Property.INITIALLY_DEFERRED))
            .set(Property.DEFINITION, definition)
            .uses(parent.get().target())
            .uses(others.get().stream().map(ColumnDraft::target).toList())
            .build());
  }

  private void check(TableDraft table, Constraint constraint) {
    String definition = constraint.definition();
    int open = definition.indexOf('(');
    int close = definition.lastIndexOf(')');
    Optional<String> said =
        open < 0 || close < open
            ? Optional.empty()
            : ConditionTranslator.translate(
                Dialect.POSTGRES, definition.substring(open + 1, close), table::field);
    said.ifPresentOrElse(
        condition ->
            draft.add(
                builder(
                        table,
                        constraint.name(),
                        Constraint.CHECK,
                        table.columns(constraint.columns()).orElse(List.of()))
                    .set(Property.DEFINITION, "CHECK (" + condition + ")")
                    .build()),
        () ->
            draft.leaveOut(
                constraint.object().id(), "its condition may not mean the same in SQLite"));
  }

  /** What a column's type asks of its values. */
  void check(TableDraft table, ColumnDraft column, String condition) {
    draft.add(
        builder(
                table,
                table.target().name() + "_" + column.name() + "_type",
                Constraint.CHECK,
                List.of(column))
            .set(Property.DEFINITION, "CHECK (" + condition.formatted(column.written()) + ")")
            .build());
  }

  private SchemaObject.Builder builder(
      TableDraft table, String wanted, String type, List<ColumnDraft> columns) {
    String name = names.computeIfAbsent(table.target(), id -> NameSpace.ofSqlite()).take(wanted);
    return SchemaObject.builder(table.target().part(ObjectKind.CONSTRAINT, name))
        .set(Property.CONSTRAINT_TYPE, type)
        .set(Property.COLUMNS, columns.stream().map(ColumnDraft::name).toList())
        .uses(columns.stream().map(ColumnDraft::target).toList());
  }

  private static String action(SchemaObject constraint, Property event, String words) {
    return constraint.text(event).map(action -> words + action.toUpperCase(Locale.ROOT)).orElse("");
  }

  private static String written(List<ColumnDraft> columns) {
    return columns.stream().map(ColumnDraft::written).collect(Collectors.joining(", "));
  }
}
