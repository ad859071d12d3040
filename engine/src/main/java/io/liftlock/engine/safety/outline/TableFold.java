package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.core.syntax.RelationKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Folds tables as they are made. */
final class TableFold {

  private final Drawing drawing;

  TableFold(Drawing drawing) {
    this.drawing = drawing;
  }

  void create(CreateTable command) {
    boolean temporary = command.persistence() == Persistence.TEMPORARY;
    RelationName name = drawing.now().resolveNew(command.name(), temporary);
    if (command.ifNotExists() && drawing.now().holdings().hasRelation(name)) {
      return;
    }
    if (temporary) {
      drawing.hasTemporary();
    }
    TableDraft table =
        new TableDraft(name, command.foreign() ? RelationKind.FOREIGN_TABLE : RelationKind.TABLE);
    table.persistence = command.persistence();
    table.partitionKey = command.partitionKey();
    table.options = command.options().keySet();
    table.complete = command.query().isEmpty();
    command.like().forEach(other -> like(table, drawing.resolve(other)));
    command.inherits().forEach(other -> inherit(table, drawing.resolve(other)));
    command
        .partitionOf()
        .ifPresent(
            partition -> {
              RelationName parent = drawing.resolve(partition.parent());
              like(table, parent);
              table.partitionOf = Optional.of(new PartitionOutline(parent, partition.bound()));
            });
    // What reads the outline while it is drawn must find the table, names of keys above all.
    drawing.put(table.freeze());
    ColumnFold columns = new ColumnFold(drawing);
    command.columns().forEach(column -> columns.add(table, column));
    ConstraintFold constraints = new ConstraintFold(drawing);
    command.constraints().forEach(each -> constraints.add(table, each));
    // A new table has no row that could break them, whatever is said: NOT VALID means nothing here.
    table.constraints =
        table.constraints.stream().map(each -> each.withValid(each.enforced())).toList();
    rowid(table);
    drawing.put(table.freeze());
    table
        .partitionOf
        .map(PartitionOutline::parent)
        .ifPresent(parent -> new PartitionFold(drawing).follow(parent));
  }

  /** SQLite's keys of rowid tables have no index; nothing else tells them from others. */
  private void rowid(TableDraft table) {
    if (drawing.now().dialect() == Dialect.SQLITE && !table.options.contains("without rowid")) {
      table.indexes =
          TableDraft.without(
              table.indexes,
              index ->
                  index.parts().size() == 1
                      && index.constraint().flatMap(table::constraint).isPresent()
                      && index
                          .parts()
                          .get(0)
                          .column()
                          .flatMap(table::column)
                          .filter(column -> column.type().name().equalsIgnoreCase("integer"))
                          .isPresent()
                      && index
                          .constraint()
                          .flatMap(table::constraint)
                          .filter(each -> each.kind() == ConstraintDefinition.Kind.PRIMARY_KEY)
                          .isPresent());
    }
  }

  /** The columns of another table; what else LIKE includes is not said. */
  private void like(TableDraft table, RelationName other) {
    Optional<TableOutline> known = drawing.table(other);
    table.complete &= known.map(TableOutline::complete).orElse(false);
    known.ifPresent(source -> source.columns().forEach(column -> addMerged(table, column)));
  }

  private void inherit(TableDraft table, RelationName parent) {
    like(table, parent);
    table.inherits = TableDraft.with(table.inherits, parent);
    drawing
        .table(parent)
        .ifPresent(
            source -> {
              Map<String, ConstraintOutline> checks = new HashMap<>();
              source
                  .constraints(ConstraintDefinition.Kind.CHECK)
                  .forEach(each -> checks.put(each.name(), each));
              checks
                  .values()
                  .forEach(each -> table.constraints = TableDraft.with(table.constraints, each));
            });
  }

  private static void addMerged(TableDraft table, ColumnOutline column) {
    if (table.column(column.name()).isEmpty()) {
      table.columns = TableDraft.with(table.columns, column);
    }
  }
}
