package io.liftlock.engine.safety.remedy;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.Outline;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The names that the server would make up: the safe way has to say them. */
final class MadeUp {

  private MadeUp() {}

  /** The name of a constraint that a command makes. */
  static String constraint(
      Outline before, Command command, RelationName table, ConstraintDefinition definition) {
    return definition
        .name()
        .or(() -> known(before, command, table, definition))
        .orElseGet(() -> plain(table, definition));
  }

  /** What the folded schema calls it behind the command. */
  private static Optional<String> known(
      Outline before, Command command, RelationName table, ConstraintDefinition definition) {
    Predicate<ConstraintOutline> old =
        each ->
            before
                .table(table)
                .filter(outline -> outline.constraint(each.name()).isPresent())
                .isPresent();
    return before.after(command).table(table).stream()
        .flatMap(outline -> outline.constraints(definition.kind()).stream())
        .filter(old.negate())
        .filter(each -> same(each, definition))
        .map(ConstraintOutline::name)
        .findFirst();
  }

  private static boolean same(ConstraintOutline made, ConstraintDefinition definition) {
    return definition.kind() == Kind.CHECK
        ? made.check()
            .flatMap(left -> definition.check().filter(right -> right.text().equals(left.text())))
            .isPresent()
        : made.columns().equals(definition.columns());
  }

  private static String plain(RelationName table, ConstraintDefinition definition) {
    return switch (definition.kind()) {
      case PRIMARY_KEY -> Target.joined(table.name(), "", "pkey");
      case UNIQUE -> Target.joined(table.name(), all(definition.columns()), "key");
      case FOREIGN_KEY -> Target.joined(table.name(), all(definition.columns()), "fkey");
      case EXCLUDE -> Target.joined(table.name(), all(definition.columns()), "excl");
      case NOT_NULL -> Target.joined(table.name(), all(definition.columns()), "not_null");
      case CHECK -> Target.joined(table.name(), single(definition), "check");
    };
  }

  private static String all(List<String> columns) {
    return String.join("_", columns);
  }

  private static String single(ConstraintDefinition check) {
    return check
        .check()
        .map(expression -> List.copyOf(expression.columns()))
        .filter(columns -> columns.size() == 1)
        .map(columns -> columns.get(0))
        .orElse("");
  }
}
