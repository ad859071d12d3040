package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.CreateIndex;
import java.util.Optional;

/** Folds indexes as they are made. */
final class IndexFold {

  private final Drawing drawing;

  IndexFold(Drawing drawing) {
    this.drawing = drawing;
  }

  void create(CreateIndex command) {
    RelationName table = drawing.resolve(command.table());
    boolean there =
        command.ifNotExists()
            && command
                .name()
                .map(name -> new RelationName(table.schema(), name))
                .filter(drawing.now().holdings()::hasRelation)
                .isPresent();
    if (there) {
      return;
    }
    boolean waiting = command.only() && !drawing.now().partitions(table).isEmpty();
    drawing.change(
        table,
        draft -> {
          String name =
              command
                  .name()
                  .orElseGet(
                      () -> drawing.names().index(draft, command.parts(), command.included()));
          RelationName full = drawing.resolve(new RelationName(draft.name.schema(), name));
          draft.indexes =
              TableDraft.with(
                  TableDraft.without(draft.indexes, each -> each.name().equals(full)),
                  new IndexOutline(
                      full,
                      draft.name,
                      command.unique(),
                      command.method(),
                      command.parts(),
                      command.included(),
                      command.where(),
                      Optional.empty(),
                      Optional.empty(),
                      !waiting));
        });
    if (!command.only()) {
      new PartitionFold(drawing).follow(table);
    }
  }
}
