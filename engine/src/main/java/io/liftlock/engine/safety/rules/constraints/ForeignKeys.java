package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.core.syntax.CreateTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The foreign keys that commands make, wherever they stand. */
final class ForeignKeys {

  private ForeignKeys() {}

  /** Those of a command, in order. */
  static List<ConstraintDefinition> of(Command command) {
    return all(command).filter(each -> each.kind() == Kind.FOREIGN_KEY).toList();
  }

  /** Every constraint that a command makes for a table. */
  static Stream<ConstraintDefinition> all(Command command) {
    return command.match(
        new Command.Some<Stream<ConstraintDefinition>>() {
          @Override
          public Stream<ConstraintDefinition> otherwise(Command other) {
            return Stream.empty();
          }

          @Override
          public Stream<ConstraintDefinition> createTable(CreateTable table) {
            return Stream.concat(
                table.columns().stream().flatMap(column -> column.constraints().stream()),
                table.constraints().stream());
          }

          @Override
          public Stream<ConstraintDefinition> alterTable(AlterTable alter) {
            return alter.actions().stream().flatMap(ForeignKeys::of);
          }
        });
  }

  /** The table that they are made for. */
  static Optional<RelationName> table(Command command) {
    return command.match(
        new Command.Some<Optional<RelationName>>() {
          @Override
          public Optional<RelationName> otherwise(Command other) {
            return Optional.empty();
          }

          @Override
          public Optional<RelationName> createTable(CreateTable table) {
            return Optional.of(table.name());
          }

          @Override
          public Optional<RelationName> alterTable(AlterTable alter) {
            return Optional.of(alter.name());
          }
        });
  }

  private static Stream<ConstraintDefinition> of(Alteration action) {
    return action.match(
        new Alteration.Some<Stream<ConstraintDefinition>>() {
          @Override
          public Stream<ConstraintDefinition> otherwise(Alteration other) {
            return Stream.empty();
          }

          @Override
          public Stream<ConstraintDefinition> addColumn(Alteration.AddColumn add) {
            return add.column().constraints().stream();
          }

          @Override
          public Stream<ConstraintDefinition> addConstraint(Alteration.AddConstraint add) {
            return Stream.of(add.constraint());
          }
        });
  }
}
