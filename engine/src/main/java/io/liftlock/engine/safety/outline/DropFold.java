package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.Drop;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Folds what goes, and what goes with it. */
final class DropFold {

  private final Drawing drawing;

  DropFold(Drawing drawing) {
    this.drawing = drawing;
  }

  void drop(Drop command) {
    for (RelationName name : command.names()) {
      switch (command.type()) {
        case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> table(drawing.resolve(name));
        case INDEX -> index(drawing.resolve(name));
        case SEQUENCE -> drawing.removeSequence(drawing.resolve(name));
        case TRIGGER ->
            part(
                command,
                table ->
                    table.triggers =
                        TableDraft.without(
                            table.triggers, each -> each.name().equals(name.name())));
        case POLICY ->
            part(
                command,
                table ->
                    table.policies =
                        TableDraft.without(
                            table.policies, each -> each.name().equals(name.name())));
        case RULE ->
            part(
                command,
                table ->
                    table.rules =
                        table.rules.stream()
                            .filter(each -> !each.equals(name.name()))
                            .collect(Collectors.toUnmodifiableSet()));
        case TYPE, DOMAIN -> type(drawing.resolve(name));
        case FUNCTION, PROCEDURE, ROUTINE -> routine(drawing.resolve(name));
        case PUBLICATION -> drawing.removePublication(name.name());
        case SCHEMA -> schema(name.name());
        default -> {}
      }
    }
  }

  private void part(Drop command, Consumer<TableDraft> change) {
    command.on().ifPresent(table -> drawing.changeKnown(table, change));
  }

  /** A table with its partitions, children, sequences, views and the keys that refer to it. */
  void table(RelationName name) {
    if (drawing.table(name).isEmpty()) {
      return;
    }
    List<TableOutline> below = drawing.now().descendants(name);
    List<TableOutline> views = drawing.now().views(name);
    List<TableOutline> referring = drawing.now().referencing(name);
    drawing.now().sequencesOf(name).forEach(each -> drawing.removeSequence(each.name()));
    drawing.remove(name);
    for (TableOutline other : referring) {
      drawing.changeKnown(
          other.name(),
          draft ->
              draft.constraints =
                  TableDraft.without(
                      draft.constraints, key -> key.references().filter(name::equals).isPresent()));
    }
    for (PublicationOutline publication : drawing.now().publications()) {
      if (publication.tables().contains(name)) {
        drawing.put(
            new PublicationOutline(
                publication.name(),
                publication.allTables(),
                TableDraft.without(publication.tables(), name::equals),
                publication.schemas(),
                publication.operations(),
                publication.filters()));
      }
    }
    views.forEach(view -> table(view.name()));
    below.forEach(each -> table(each.name()));
  }

  private void index(RelationName name) {
    drawing
        .now()
        .index(name)
        .ifPresent(
            index -> {
              new PartitionFold(drawing).dropAttached(index.table(), name.name());
              drawing.change(
                  index.table(),
                  table ->
                      table.indexes =
                          TableDraft.without(table.indexes, each -> each.name().equals(name)));
            });
  }

  /** CASCADE takes the columns of a type with it; without it there were none. */
  private void type(RelationName name) {
    for (ColumnName column : drawing.now().columnsOf(name)) {
      column
          .relation()
          .ifPresent(
              table ->
                  drawing.change(
                      table, draft -> new ColumnFold(drawing).drop(draft, column.column())));
    }
    drawing.removeType(name);
    drawing.removeDomain(name);
  }

  private void routine(RelationName name) {
    new RoutineFold(drawing).remove(name);
    for (TableOutline table : drawing.now().tables()) {
      if (table.triggerFunctions().contains(name)) {
        drawing.change(
            table.name(),
            draft ->
                draft.triggers =
                    TableDraft.without(
                        draft.triggers, each -> each.function().filter(name::equals).isPresent()));
      }
    }
  }

  private void schema(String schema) {
    for (TableOutline table : drawing.now().tables()) {
      if (schema.equals(table.name().schema())) {
        table(table.name());
      }
    }
    Holdings all = drawing.now().holdings();
    all.sequences().values().stream()
        .map(SequenceOutline::name)
        .filter(name -> schema.equals(name.schema()))
        .forEach(drawing::removeSequence);
    all.types().values().stream()
        .map(TypeOutline::name)
        .filter(name -> schema.equals(name.schema()))
        .forEach(this::type);
    all.domains().values().stream()
        .map(DomainOutline::name)
        .filter(name -> schema.equals(name.schema()))
        .forEach(this::type);
    all.routines().values().stream()
        .map(each -> each.get(0).name())
        .filter(name -> schema.equals(name.schema()))
        .forEach(this::routine);
  }

  /** The views that CASCADE takes with a column. */
  void viewsOnColumn(RelationName table, String column) {
    ColumnName used = new ColumnName(Optional.of(table), column);
    Set<RelationName> gone = new HashSet<>();
    for (TableOutline view : drawing.now().views(table)) {
      if (view.usedColumns().contains(used)) {
        gone.add(view.name());
      }
    }
    gone.forEach(this::table);
  }
}
