package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.CreateView;
import io.liftlock.core.syntax.RelationKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Folds views as they are made. */
final class ViewFold {

  private final Drawing drawing;

  ViewFold(Drawing drawing) {
    this.drawing = drawing;
  }

  void create(CreateView command) {
    RelationName name = drawing.now().resolveNew(command.name(), command.temporary());
    if (command.temporary()) {
      drawing.hasTemporary();
    }
    TableDraft view =
        new TableDraft(
            name, command.materialized() ? RelationKind.MATERIALIZED_VIEW : RelationKind.VIEW);
    if (command.orReplace()) {
      drawing.table(name).ifPresent(old -> view.triggers = old.triggers());
    }
    view.complete = true;
    view.options = command.options().keySet();
    command
        .columns()
        .forEach(
            column -> view.columns = TableDraft.with(view.columns, ColumnOutline.unknown(column)));
    view.uses =
        command.query().reads().stream()
            .map(drawing::resolve)
            .collect(Collectors.toUnmodifiableSet());
    view.usedColumns = usedColumns(command, view.uses);
    drawing.put(view.freeze());
  }

  /** The columns that it filters and sorts by, and those that an asterisk stands for. */
  private Set<ColumnName> usedColumns(CreateView command, Set<RelationName> reads) {
    Optional<RelationName> only = reads.size() == 1 ? reads.stream().findFirst() : Optional.empty();
    Set<ColumnName> used = new HashSet<>();
    for (ColumnName column : command.query().filters()) {
      column
          .relation()
          .map(drawing::resolve)
          .or(() -> only)
          .filter(reads::contains)
          .ifPresent(table -> used.add(new ColumnName(Optional.of(table), column.column())));
    }
    if (command.query().star()) {
      only.flatMap(drawing::table)
          .ifPresent(
              table ->
                  table
                      .columns()
                      .forEach(
                          column ->
                              used.add(new ColumnName(Optional.of(table.name()), column.name()))));
    }
    return used;
  }
}
