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

  /** The columns that it names, and those that an asterisk stands for. */
  private Set<ColumnName> usedColumns(CreateView command, Set<RelationName> reads) {
    Set<ColumnName> used = new HashSet<>();
    for (ColumnName column : command.query().columns()) {
      Optional<RelationName> owner = column.relation().map(drawing::resolve);
      for (RelationName read : owner.map(Set::of).orElse(reads)) {
        if (reads.contains(read)) {
          use(read, column.column(), owner.isPresent(), used);
        }
      }
    }
    return Set.copyOf(used);
  }

  /** A bare name is a column of whichever relation has one of that name. */
  private void use(RelationName read, String column, boolean certain, Set<ColumnName> used) {
    Optional<TableOutline> table = drawing.table(read);
    if (column.equals("*")) {
      table.ifPresent(
          each ->
              each.columns()
                  .forEach(own -> used.add(new ColumnName(Optional.of(read), own.name()))));
    } else if (certain || table.flatMap(each -> each.column(column)).isPresent()) {
      used.add(new ColumnName(Optional.of(read), column));
    }
  }
}
