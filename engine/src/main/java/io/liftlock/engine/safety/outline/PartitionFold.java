package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.AttachPartition;
import io.liftlock.core.syntax.ConstraintDefinition;
import java.util.List;
import java.util.Optional;

/** Folds what happens to partitions: they get what their table has. */
final class PartitionFold {

  private final Drawing drawing;

  PartitionFold(Drawing drawing) {
    this.drawing = drawing;
  }

  void attach(RelationName parent, AttachPartition action) {
    if (drawing.now().index(parent).isPresent()) {
      attachIndex(drawing.resolve(parent), drawing.resolve(action.partition()));
      return;
    }
    RelationName whole = drawing.resolve(parent);
    if (drawing.table(whole).isEmpty()) {
      drawing.change(whole, table -> {});
    }
    drawing.change(
        action.partition(),
        table ->
            table.partitionOf =
                Optional.of(
                    new PartitionOutline(
                        whole, action.isDefault() ? Optional.empty() : action.bound())));
    follow(whole);
  }

  void detach(RelationName partition) {
    drawing.change(
        partition,
        table -> {
          table.partitionOf = Optional.empty();
          table.indexes =
              TableDraft.changed(
                  table.indexes, each -> true, each -> each.attachedTo(Optional.empty()));
        });
  }

  private void attachIndex(RelationName parent, RelationName part) {
    drawing
        .now()
        .index(part)
        .ifPresent(
            index ->
                drawing.change(
                    index.table(),
                    table ->
                        table.indexes =
                            TableDraft.changed(
                                table.indexes,
                                each -> each.name().equals(part),
                                each -> each.attachedTo(Optional.of(parent)))));
    drawing
        .now()
        .index(parent)
        .filter(this::isWhole)
        .ifPresent(
            index ->
                drawing.change(
                    index.table(),
                    table ->
                        table.indexes =
                            TableDraft.changed(
                                table.indexes,
                                each -> each.name().equals(parent),
                                each -> each.withValid(true))));
  }

  private boolean isWhole(IndexOutline parent) {
    return drawing.now().partitions(parent.table()).stream()
        .allMatch(
            partition ->
                partition.indexes().stream()
                    .anyMatch(each -> each.attachedTo().filter(parent.name()::equals).isPresent()));
  }

  /** Gives the partitions of a table, and theirs, the indexes and constraints that they lack. */
  void follow(RelationName parent) {
    drawing
        .table(parent)
        .ifPresent(
            whole -> {
              for (TableOutline partition : drawing.now().partitions(parent)) {
                drawing.change(partition.name(), table -> complete(table, whole));
                follow(partition.name());
              }
            });
  }

  private void complete(TableDraft table, TableOutline whole) {
    whole.indexes().stream()
        .filter(IndexOutline::valid)
        .filter(
            index ->
                table.indexes.stream()
                    .noneMatch(each -> each.attachedTo().filter(index.name()::equals).isPresent()))
        .forEach(index -> addIndex(table, whole, index));
    whole.constraints().stream()
        .filter(
            each ->
                each.kind() != ConstraintDefinition.Kind.PRIMARY_KEY
                    && each.kind() != ConstraintDefinition.Kind.UNIQUE
                    && each.kind() != ConstraintDefinition.Kind.EXCLUDE)
        .filter(each -> table.constraints.stream().noneMatch(own -> isLike(own, each)))
        .forEach(each -> table.constraints = TableDraft.with(table.constraints, each));
  }

  private static boolean isLike(ConstraintOutline own, ConstraintOutline other) {
    return own.kind() == other.kind()
        && own.columns().equals(other.columns())
        && own.references().equals(other.references())
        && own.referencedColumns().equals(other.referencedColumns())
        && (own.kind() != ConstraintDefinition.Kind.CHECK || own.name().equals(other.name()));
  }

  private void addIndex(TableDraft table, TableOutline whole, IndexOutline index) {
    Optional<IndexOutline> fitting =
        table.indexes.stream()
            .filter(each -> each.attachedTo().isEmpty() && each.isLike(index))
            .filter(each -> index.constraint().isEmpty() || each.constraint().isPresent())
            .findFirst();
    if (fitting.isPresent()) {
      table.indexes =
          TableDraft.changed(
              table.indexes,
              each -> each.equals(fitting.get()),
              each -> each.attachedTo(Optional.of(index.name())));
      return;
    }
    Optional<ConstraintOutline> constraint = index.constraint().flatMap(whole::constraint);
    String name = name(table, index, constraint);
    table.indexes =
        TableDraft.with(
            table.indexes,
            index
                .of(table.name)
                .named(new RelationName(table.name.schema(), name), constraint.map(each -> name))
                .attachedTo(Optional.of(index.name())));
    constraint.ifPresent(
        each -> table.constraints = TableDraft.with(table.constraints, each.named(name)));
  }

  private String name(
      TableDraft table, IndexOutline index, Optional<ConstraintOutline> constraint) {
    List<String> columns = ConstraintFold.columns(index);
    return constraint
        .map(
            each ->
                switch (each.kind()) {
                  case PRIMARY_KEY -> drawing.names().primaryKey(table);
                  case EXCLUDE -> drawing.names().key(table, columns, "excl");
                  default -> drawing.names().key(table, columns, "key");
                })
        .orElseGet(() -> drawing.names().index(table, index.parts(), index.included()));
  }

  /** Takes the indexes of partitions away that are parts of a constraint's or index's. */
  void dropAttached(RelationName table, String index) {
    RelationName name = new RelationName(table.schema(), index);
    for (TableOutline partition : drawing.now().partitions(table)) {
      for (IndexOutline part : partition.indexes()) {
        if (part.attachedTo().filter(name::equals).isPresent()) {
          dropAttached(partition.name(), part.name().name());
          drawing.change(
              partition.name(),
              draft -> {
                draft.indexes =
                    TableDraft.without(draft.indexes, each -> each.name().equals(part.name()));
                draft.constraints =
                    TableDraft.without(
                        draft.constraints,
                        each -> part.constraint().filter(each.name()::equals).isPresent());
              });
        }
      }
    }
  }
}
