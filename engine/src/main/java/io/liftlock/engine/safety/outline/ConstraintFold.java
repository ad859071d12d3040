package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.IndexPart;
import java.util.List;
import java.util.Optional;

/** Folds what happens to the constraints of tables. */
final class ConstraintFold {

  private final Drawing drawing;

  ConstraintFold(Drawing drawing) {
    this.drawing = drawing;
  }

  void add(TableDraft table, ConstraintDefinition constraint) {
    switch (constraint.kind()) {
      case PRIMARY_KEY, UNIQUE, EXCLUDE -> addKey(table, constraint);
      case FOREIGN_KEY -> addForeignKey(table, constraint);
      case CHECK -> addCheck(table, constraint);
      case NOT_NULL -> addNotNull(table, constraint);
    }
  }

  private void addKey(TableDraft table, ConstraintDefinition key) {
    Optional<IndexOutline> existing =
        key.usingIndex()
            .flatMap(
                name ->
                    table.indexes.stream()
                        .filter(index -> index.name().name().equals(name))
                        .findFirst());
    List<String> columns =
        key.usingIndex().isPresent()
            ? existing.map(ConstraintFold::columns).orElse(List.of())
            : key.columns();
    String name =
        key.name()
            .or(key::usingIndex)
            .orElseGet(
                () ->
                    switch (key.kind()) {
                      case PRIMARY_KEY -> drawing.names().primaryKey(table);
                      case EXCLUDE -> drawing.names().key(table, columns, "excl");
                      default -> drawing.names().key(table, columns, "key");
                    });
    existing.ifPresent(
        index -> table.indexes = TableDraft.without(table.indexes, each -> each.equals(index)));
    IndexOutline made =
        new IndexOutline(
            new RelationName(table.name.schema(), name),
            table.name,
            key.kind() != ConstraintDefinition.Kind.EXCLUDE,
            existing
                .map(IndexOutline::method)
                .orElse(key.kind() == ConstraintDefinition.Kind.EXCLUDE ? "gist" : "btree"),
            existing.map(IndexOutline::parts).orElseGet(() -> parts(columns)),
            existing.map(IndexOutline::included).orElse(List.of()),
            Optional.empty(),
            Optional.of(name),
            Optional.empty(),
            true);
    table.indexes = TableDraft.with(table.indexes, made);
    if (key.kind() == ConstraintDefinition.Kind.PRIMARY_KEY) {
      columns.forEach(column -> table.changeColumn(column, each -> each.notNull(true)));
    }
    put(table, outline(name, key).over(columns, Optional.empty(), List.of()));
  }

  static List<IndexPart> parts(List<String> columns) {
    return columns.stream()
        .map(
            column ->
                new IndexPart(
                    Optional.of(column), Optional.empty(), Optional.empty(), Optional.empty()))
        .toList();
  }

  static List<String> columns(IndexOutline index) {
    return index.parts().stream().flatMap(part -> part.column().stream()).toList();
  }

  private void addForeignKey(TableDraft table, ConstraintDefinition key) {
    String name = key.name().orElseGet(() -> drawing.names().foreignKey(table, key.columns()));
    Optional<RelationName> target = key.references().map(drawing::resolve);
    List<String> columns =
        key.referencedColumns().isEmpty()
            ? target.map(other -> primaryKey(table, other)).orElse(List.of())
            : key.referencedColumns();
    put(table, outline(name, key).over(key.columns(), target, columns));
  }

  private List<String> primaryKey(TableDraft table, RelationName target) {
    Optional<ConstraintOutline> key =
        target.equals(table.name)
            ? table.constraints.stream()
                .filter(each -> each.kind() == ConstraintDefinition.Kind.PRIMARY_KEY)
                .findFirst()
            : drawing.table(target).flatMap(TableOutline::primaryKey);
    return key.map(ConstraintOutline::columns).orElse(List.of());
  }

  private void addCheck(TableDraft table, ConstraintDefinition check) {
    List<String> columns =
        check.check().map(each -> each.columns().stream().sorted().toList()).orElse(List.of());
    String name = check.name().orElseGet(() -> drawing.names().check(table, columns));
    put(table, outline(name, check).over(columns, Optional.empty(), List.of()));
  }

  private void addNotNull(TableDraft table, ConstraintDefinition notNull) {
    for (String column : notNull.columns()) {
      String name = notNull.name().orElseGet(() -> drawing.names().notNull(table, column));
      put(table, outline(name, notNull));
      if (!notNull.notValid()) {
        table.changeColumn(column, each -> each.notNull(true));
      }
    }
  }

  private static ConstraintOutline outline(String name, ConstraintDefinition constraint) {
    return new ConstraintOutline(
        name,
        constraint.kind(),
        constraint.columns(),
        constraint.check(),
        Optional.empty(),
        List.of(),
        constraint.onDelete(),
        !constraint.notValid() && constraint.enforced(),
        constraint.enforced(),
        constraint.deferrable());
  }

  /** One of the same name, which a child may have already, is the same one. */
  private static void put(TableDraft table, ConstraintOutline constraint) {
    table.constraints =
        TableDraft.with(
            TableDraft.without(table.constraints, each -> each.name().equals(constraint.name())),
            constraint);
  }

  void validate(TableDraft table, String name) {
    table
        .constraint(name)
        .filter(each -> each.kind() == ConstraintDefinition.Kind.NOT_NULL)
        .ifPresent(
            each ->
                each.columns()
                    .forEach(column -> table.changeColumn(column, one -> one.notNull(true))));
    table.constraints =
        TableDraft.changed(
            table.constraints, each -> each.name().equals(name), each -> each.withValid(true));
  }

  void enforce(TableDraft table, String name, boolean enforced) {
    table.constraints =
        TableDraft.changed(
            table.constraints,
            each -> each.name().equals(name),
            each -> each.withEnforced(enforced).withValid(enforced));
  }

  void drop(TableDraft table, String name) {
    Optional<ConstraintOutline> known = table.constraint(name);
    if (known.isPresent()) {
      remove(table, known.get());
    } else {
      // Since PostgreSQL 18, what column NOT NULL says has a name, too.
      String head = table.name.name() + "_";
      if (name.startsWith(head) && name.endsWith("_not_null")) {
        String column = name.substring(head.length(), name.length() - "_not_null".length());
        table.columns =
            TableDraft.changed(
                table.columns, each -> each.name().equals(column), each -> each.notNull(false));
      }
    }
  }

  /** Takes a constraint away, with its index and the foreign keys that stand on it. */
  void remove(TableDraft table, ConstraintOutline constraint) {
    table.constraints = TableDraft.without(table.constraints, each -> each.equals(constraint));
    switch (constraint.kind()) {
      case PRIMARY_KEY, UNIQUE, EXCLUDE -> {
        table.indexes =
            TableDraft.without(
                table.indexes,
                index -> index.constraint().filter(constraint.name()::equals).isPresent());
        dropReferring(table, constraint.columns());
      }
      case NOT_NULL ->
          constraint
              .columns()
              .forEach(column -> table.changeColumn(column, each -> each.notNull(false)));
      case CHECK, FOREIGN_KEY -> {}
    }
  }

  private void dropReferring(TableDraft table, List<String> columns) {
    table.constraints =
        TableDraft.without(
            table.constraints,
            key ->
                key.references().filter(table.name::equals).isPresent()
                    && key.referencedColumns().equals(columns));
    for (TableOutline other : drawing.now().referencing(table.name)) {
      if (!other.name().equals(table.name)) {
        drawing.change(
            other.name(),
            draft ->
                draft.constraints =
                    TableDraft.without(
                        draft.constraints,
                        key ->
                            key.references().filter(table.name::equals).isPresent()
                                && key.referencedColumns().equals(columns)));
      }
    }
  }

  void rename(TableDraft table, String from, String to) {
    table.constraints =
        TableDraft.changed(
            table.constraints, each -> each.name().equals(from), each -> each.named(to));
    table.indexes =
        TableDraft.changed(
            table.indexes,
            index -> index.constraint().filter(from::equals).isPresent(),
            index -> index.named(new RelationName(table.name.schema(), to), Optional.of(to)));
  }
}
