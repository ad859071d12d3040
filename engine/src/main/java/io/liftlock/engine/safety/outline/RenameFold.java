package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Folds the new names and schemas of relations. */
final class RenameFold {

  private final Drawing drawing;

  RenameFold(Drawing drawing) {
    this.drawing = drawing;
  }

  void rename(RelationName name, String newName) {
    RelationName old = drawing.resolve(name);
    renamed(old, new RelationName(old.schema(), newName));
  }

  void move(RelationName name, String schema) {
    RelationName old = drawing.resolve(name);
    RelationName moved = RelationName.of(schema, old.name());
    for (SequenceOutline sequence : drawing.now().sequencesOf(old)) {
      sequence(sequence, RelationName.of(schema, sequence.name().name()));
    }
    renamed(old, moved);
  }

  private void renamed(RelationName old, RelationName next) {
    Optional<TableOutline> table = drawing.table(old);
    Optional<SequenceOutline> sequence = drawing.now().sequence(old);
    Optional<IndexOutline> index = drawing.now().index(old);
    if (table.isPresent()) {
      table(table.get(), next);
    } else if (sequence.isPresent()) {
      sequence(sequence.get(), next);
    } else if (index.isPresent()) {
      index(index.get(), next);
    }
  }

  private void index(IndexOutline index, RelationName next) {
    drawing.change(
        index.table(),
        draft -> {
          draft.indexes =
              TableDraft.changed(
                  draft.indexes,
                  each -> each.equals(index),
                  each -> each.named(next, each.constraint().map(owner -> next.name())));
          index
              .constraint()
              .ifPresent(
                  owner ->
                      draft.constraints =
                          TableDraft.changed(
                              draft.constraints,
                              each -> each.name().equals(owner),
                              each -> each.named(next.name())));
        });
  }

  private void sequence(SequenceOutline sequence, RelationName next) {
    drawing.removeSequence(sequence.name());
    drawing.put(
        new SequenceOutline(next, sequence.type(), sequence.ownedBy(), sequence.identity()));
  }

  private void table(TableOutline table, RelationName next) {
    RelationName old = table.name();
    List<TableOutline> mentioning = drawing.now().holdings().relations().mentioning(old);
    drawing.remove(old);
    TableDraft draft = new TableDraft(table);
    draft.name = next;
    draft.indexes = TableDraft.changed(draft.indexes, each -> true, each -> each.of(next));
    drawing.put(draft.freeze());
    for (TableOutline other : mentioning) {
      drawing.change(
          other.name().equals(old) ? next : other.name(), each -> mention(each, old, next));
    }
    for (SequenceOutline sequence : drawing.now().sequencesOf(old)) {
      drawing.put(
          new SequenceOutline(
              sequence.name(),
              sequence.type(),
              sequence.ownedBy().map(c -> new ColumnName(Optional.of(next), c.column())),
              sequence.identity()));
    }
    for (PublicationOutline publication : drawing.now().publications()) {
      if (publication.tables().contains(old)) {
        drawing.put(PublicationFold.renamed(publication, old, next));
      }
    }
  }

  private static void mention(TableDraft table, RelationName old, RelationName next) {
    table.constraints =
        TableDraft.changed(
            table.constraints,
            key -> key.references().filter(old::equals).isPresent(),
            key -> key.over(key.columns(), Optional.of(next), key.referencedColumns()));
    table.inherits = TableDraft.changed(table.inherits, old::equals, each -> next);
    table.partitionOf =
        table.partitionOf.map(
            each -> each.parent().equals(old) ? new PartitionOutline(next, each.bound()) : each);
    if (table.uses.contains(old)) {
      Set<RelationName> uses = new HashSet<>(table.uses);
      uses.remove(old);
      uses.add(next);
      table.uses = Set.copyOf(uses);
      table.usedColumns =
          table.usedColumns.stream()
              .map(
                  each ->
                      each.relation().filter(old::equals).isPresent()
                          ? new ColumnName(Optional.of(next), each.column())
                          : each)
              .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** Everything in a schema has another one. */
  void schema(String from, String to) {
    for (TableOutline table : List.copyOf(drawing.now().tables())) {
      if (from.equals(table.name().schema())) {
        table(table, RelationName.of(to, table.name().name()));
      }
    }
    for (SequenceOutline sequence : drawing.now().holdings().sequences().values()) {
      if (from.equals(sequence.name().schema())) {
        sequence(sequence, RelationName.of(to, sequence.name().name()));
      }
    }
  }
}
