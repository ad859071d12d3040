package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.engine.safety.Moment;
import java.util.function.BiConsumer;

/** The columns that a command defines, be the table new or not: design is about all of them. */
final class NewColumns {

  private NewColumns() {}

  /** Visits each with the table it is for. */
  static void visit(Moment moment, BiConsumer<RelationName, ColumnDefinition> visitor) {
    moment
        .command(CreateTable.class)
        .filter(table -> !table.foreign())
        .ifPresent(
            table -> table.columns().forEach(column -> visitor.accept(table.name(), column)));
    moment.alterations(
        AddColumn.class, (alter, action) -> visitor.accept(alter.name(), action.column()));
  }

  /** {@code trades.amount}, as people read it. */
  static String shown(Moment moment, RelationName table, ColumnDefinition column) {
    return moment.shown(table) + "." + RelationName.quoted(column.name());
  }
}
