package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.engine.safety.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column that a statement makes.
 *
 * @param table whose
 * @param column what it is
 * @param strict whether its table is known to be STRICT
 */
record NewColumn(RelationName table, ColumnDefinition column, boolean strict) {

  /** Those of CREATE TABLE and ADD COLUMN. */
  static List<NewColumn> in(Moment moment) {
    List<NewColumn> found = new ArrayList<>();
    moment
        .command(CreateTable.class)
        .ifPresent(
            made -> {
              boolean strict = made.options().containsKey("strict");
              made.columns().forEach(c -> found.add(new NewColumn(made.name(), c, strict)));
            });
    moment.alterations(
        Alteration.AddColumn.class,
        (alter, add) -> {
          boolean strict =
              moment
                  .outline()
                  .table(alter.name())
                  .filter(table -> table.options().contains("strict"))
                  .isPresent();
          found.add(new NewColumn(alter.name(), add.column(), strict));
        });
    return found;
  }

  /** As people call it. */
  String shown(Moment moment) {
    return moment.shown(table, column.name());
  }

  /** Whether a part of its name is one of some words. */
  boolean isCalled(List<String> words) {
    String name = column.name().toLowerCase(Locale.ROOT);
    String spread = column.name().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
    List<String> parts = List.of(spread.toLowerCase(Locale.ROOT).split("[_ ]"));
    return words.stream()
        .anyMatch(word -> word.contains("_") ? name.contains(word) : parts.contains(word));
  }
}
