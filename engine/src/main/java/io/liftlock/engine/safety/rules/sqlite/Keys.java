package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CreateTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for keys in what CREATE TABLE says. */
final class Keys {

  private Keys() {}

  /** The columns of the primary key. */
  static Optional<List<String>> primary(CreateTable table) {
    return constraints(table)
        .filter(each -> each.kind() == ConstraintDefinition.Kind.PRIMARY_KEY)
        .map(ConstraintDefinition::columns)
        .findFirst();
  }

  /** All constraints, those that stand with columns first. */
  static Stream<ConstraintDefinition> constraints(CreateTable table) {
    return Stream.concat(
        table.columns().stream().flatMap(column -> column.constraints().stream()),
        table.constraints().stream());
  }

  /** Whether a key is that column and no other. */
  static boolean isOnly(List<String> key, String column) {
    return key.size() == 1 && key.get(0).equalsIgnoreCase(column);
  }

  /** Whether the table's primary key is its rowid. */
  static boolean isRowid(CreateTable table) {
    return !table.options().containsKey("without rowid")
        && primary(table)
            .filter(
                key ->
                    table.columns().stream()
                        .filter(column -> column.type().name().equals("integer"))
                        .map(ColumnDefinition::name)
                        .anyMatch(column -> isOnly(key, column)))
            .isPresent();
  }
}
