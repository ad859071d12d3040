package io.liftlock.engine.transfer.translate;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says SQLite's constraints in PostgreSQL's words. */
final class PostgresConstraints {

  private final Draft draft;
  private final NameSpace relations;
  private final NameStyle style;

  /** Names of checks and foreign keys differ within their table only. */
  private final Map<ObjectId, NameSpace> names = new HashMap<>();

  PostgresConstraints(Draft draft, NameSpace relations, NameStyle style) {
    this.draft = draft;
    this.relations = relations;
    this.style = style;
  }

  /** The primary key and what is unique. */
  void keys(TableDraft table) {
    for (Constraint constraint : table.source().constraints()) {
      boolean primary = constraint.type().equals(Constraint.PRIMARY_KEY);
      if (primary || constraint.type().equals(Constraint.UNIQUE)) {
        table
            .columns(constraint.columns())
            .ifPresentOrElse(
                columns -> key(table, constraint, columns, primary),
                () -> draft.leaveOut(constraint.object().id(), "it is on an expression"));
      }
    }
  }

  private void key(
      TableDraft table, Constraint constraint, List<ColumnDraft> columns, boolean primary) {
    String usual =
        primary
            ? table.target().name() + "_pkey"
            : table.target().name() + "_" + joined(columns, "_") + "_key";
    String name = relations.take(given(constraint).orElse(usual));
    names(table).take(name);
    draft.add(
        builder(table, name, constraint, columns)
            .set(
                Property.DEFINITION,
                (primary ? "PRIMARY KEY (" : "UNIQUE (") + written(columns) + ")")
            .build());
    tellConflict(constraint);
  }

  /** Checks. */
  void others(TableDraft table) {
    for (Constraint constraint : table.source().constraints()) {
      if (constraint.type().equals(Constraint.CHECK)) {
        check(table, constraint);
      }
    }
  }

  private void check(TableDraft table, Constraint constraint) {
    Optional<String> said =
        ConditionTranslator.translate(
            Dialect.SQLITE, condition(constraint.definition()), table::field);
    if (said.isEmpty()) {
      draft.leaveOut(constraint.object().id(), "its condition may not mean the same in PostgreSQL");
      return;
    }
    List<ColumnDraft> columns = table.columns(constraint.columns()).orElse(List.of());
    String usual =
        table.target().name() + (columns.size() == 1 ? "_" + joined(columns, "") : "") + "_check";
    draft.add(
        builder(table, names(table).take(given(constraint).orElse(usual)), constraint, columns)
            .set(Property.DEFINITION, "CHECK (" + said.get() + ")")
            .build());
    tellConflict(constraint);
  }

  /** What stands between the parentheses of a check. */
  private static String condition(String definition) {
    int open = definition.indexOf('(');
    int close = definition.lastIndexOf(')');
    return open < 0 || close < open ? "" : definition.substring(open + 1, close);
  }

  /** Once every key is there that they may refer to. */
  void foreignKeys(TableDraft table) {
    for (Constraint constraint : table.source().foreignKeys()) {
      Optional<TableDraft> referenced = constraint.references().flatMap(draft::table);
      Optional<List<ColumnDraft>> columns = table.columns(constraint.columns());
      Optional<List<ColumnDraft>> others =
          referenced.flatMap(parent -> parent.columns(constraint.referencedColumns()));
      if (referenced.isEmpty() || columns.isEmpty() || others.isEmpty()) {
        draft.leaveOut(constraint.object().id(), "what it refers to is not there");
        continue;
      }
      foreignKey(table, constraint, columns.get(), referenced.get(), others.get());
    }
  }

  private void foreignKey(
      TableDraft table,
      Constraint constraint,
      List<ColumnDraft> columns,
      TableDraft referenced,
      List<ColumnDraft> others) {
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).type().equals(others.get(i).type())) {
        draft.leaveOut(
            constraint.object().id(),
            "column "
                + columns.get(i).name()
                + " is "
                + columns.get(i).type()
                + " and what it refers to is "
                + others.get(i).type()
                + "; --map-type can make them alike");
        return;
      }
    }
    Optional<SchemaObject> key = key(referenced, others);
    if (key.isEmpty()) {
      draft.leaveOut(constraint.object().id(), "what it refers to is not unique");
      return;
    }
    SchemaObject from = constraint.object();
    String usual = table.target().name() + "_" + joined(columns, "_") + "_fkey";
    String name = names(table).take(given(constraint).orElse(usual));
    SchemaObject.Builder builder =
        builder(table, name, constraint, columns)
            .set(Property.REFERENCES, referenced.target().qualified())
            .set(Property.REFERENCED_COLUMNS, others.stream().map(ColumnDraft::name).toList())
            .set(Property.ON_DELETE, from.text(Property.ON_DELETE).orElse(null))
            .set(Property.ON_UPDATE, from.text(Property.ON_UPDATE).orElse(null))
            .flag(Property.DEFERRABLE, from.is(Property.DEFERRABLE))
            .flag(Property.INITIALLY_DEFERRED, from.is(Property.INITIALLY_DEFERRED))
            .uses(key.get().id())
            .uses(others.stream().map(ColumnDraft::target).toList());
    String definition =
        "FOREIGN KEY ("
            + written(columns)
            + ") REFERENCES "
            + referenced.written()
            + "("
            + written(others)
            + ")"
            + action(from, Property.ON_UPDATE, " ON UPDATE ")
            + action(from, Property.ON_DELETE, " ON DELETE ")
            + (from.is(Property.DEFERRABLE) ? " DEFERRABLE" : "")
            + (from.is(Property.INITIALLY_DEFERRED) ? " INITIALLY DEFERRED" : "");
    draft.add(builder.set(Property.DEFINITION, definition).build());
  }

  /** The key or unique index of just these columns, in any order. */
  private Optional<SchemaObject> key(TableDraft table, List<ColumnDraft> columns) {
    HashSet<String> wanted = new HashSet<>(columns.stream().map(ColumnDraft::name).toList());
    return draft.objects().stream()
        .filter(object -> object.id().isPartOf(table.target()))
        .filter(
            object ->
                object.kind() == ObjectKind.INDEX
                    ? object.is(Property.UNIQUE) && object.text(Property.PREDICATE).isEmpty()
                    : object
                        .text(Property.CONSTRAINT_TYPE)
                        .filter(
                            t -> t.equals(Constraint.PRIMARY_KEY) || t.equals(Constraint.UNIQUE))
                        .isPresent())
        .filter(object -> new HashSet<>(object.list(Property.COLUMNS)).equals(wanted))
        .findFirst();
  }

  private static String action(SchemaObject constraint, Property event, String words) {
    return constraint.text(event).map(action -> words + action.toUpperCase(Locale.ROOT)).orElse("");
  }

  private static SchemaObject.Builder builder(
      TableDraft table, String name, Constraint constraint, List<ColumnDraft> columns) {
    return SchemaObject.builder(table.target().part(ObjectKind.CONSTRAINT, name))
        .set(Property.CONSTRAINT_TYPE, constraint.type())
        .set(Property.COLUMNS, columns.stream().map(ColumnDraft::name).toList())
        .uses(columns.stream().map(ColumnDraft::target).toList());
  }

  private void tellConflict(Constraint constraint) {
    int at = constraint.definition().indexOf(" ON CONFLICT ");
    if (at >= 0) {
      draft.leaveOut(
          constraint.object().id(),
          constraint.definition().substring(at + 1),
          "PostgreSQL has no ON CONFLICT here");
    }
  }

  private NameSpace names(TableDraft table) {
    return names.computeIfAbsent(table.target(), id -> NameSpace.ofPostgres());
  }

  /** The name that a person gave; those that liftlock makes begin with an angle bracket. */
  private Optional<String> given(Constraint constraint) {
    return constraint.name().startsWith("<")
        ? Optional.empty()
        : Optional.of(PostgresNames.of(constraint.name().replaceFirst(" <\\d+>$", ""), style));
  }

  private static String joined(List<ColumnDraft> columns, String between) {
    return columns.stream().map(ColumnDraft::name).collect(Collectors.joining(between));
  }

  private static String written(List<ColumnDraft> columns) {
    return columns.stream().map(ColumnDraft::written).collect(Collectors.joining(", "));
  }
}
