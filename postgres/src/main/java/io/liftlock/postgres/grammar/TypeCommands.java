package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.AlterType;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_type_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_type_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Type_actionContext;

/** Reads CREATE TYPE and ALTER TYPE. */
final class TypeCommands {

  private TypeCommands() {}

  /** CREATE TYPE. */
  static Command of(Create_type_statementContext node) {
    List<String> values =
        node.ENUM() == null ? List.of() : node.enums.stream().map(Literals::of).toList();
    return new CreateType(Names.of(node.name), form(node), values);
  }

  private static CreateType.Form form(Create_type_statementContext node) {
    if (node.ENUM() != null) {
      return CreateType.Form.ENUM;
    }
    if (node.RANGE() != null) {
      return CreateType.Form.RANGE;
    }
    if (node.AS() != null) {
      return CreateType.Form.COMPOSITE;
    }
    return node.INPUT() == null ? CreateType.Form.SHELL : CreateType.Form.BASE;
  }

  /** ALTER TYPE. */
  static Command of(Alter_type_statementContext node) {
    if (node.set_schema() != null) {
      return of(node, AlterType.Action.SET_SCHEMA, Names.of(node.set_schema().identifier()));
    }
    if (node.rename_to() != null) {
      return of(node, AlterType.Action.RENAME, Names.of(node.rename_to().name));
    }
    if (node.new_enum_value != null) {
      return of(node, AlterType.Action.ADD_VALUE, Literals.of(node.new_enum_value));
    }
    if (node.attribute_name != null) {
      return of(node, AlterType.Action.RENAME_ATTRIBUTE, Names.of(node.attribute_name));
    }
    if (node.existing_enum_name != null) {
      return of(node, AlterType.Action.RENAME_VALUE, Literals.of(node.existing_enum_name));
    }
    return node.type_action().isEmpty() ? of(node, AlterType.Action.OTHER, null) : attribute(node);
  }

  /**
   * The action of several that matters most: a change of a type before a drop before an addition.
   */
  private static Command attribute(Alter_type_statementContext node) {
    Type_actionContext action =
        node.type_action().stream()
            .filter(part -> part.ALTER() != null)
            .findFirst()
            .or(() -> node.type_action().stream().filter(part -> part.DROP() != null).findFirst())
            .orElse(node.type_action(0));
    AlterType.Action kind = AlterType.Action.ADD_ATTRIBUTE;
    if (action.ALTER() != null) {
      kind = AlterType.Action.ALTER_ATTRIBUTE;
    } else if (action.DROP() != null) {
      kind = AlterType.Action.DROP_ATTRIBUTE;
    }
    return of(node, kind, Names.of(action.identifier()));
  }

  private static Command of(
      Alter_type_statementContext node, AlterType.Action action, @Nullable String value) {
    boolean cascade =
        TableActions.isCascade(node.cascade_restrict())
            || node.type_action().stream()
                .map(part -> part.cascade_restrict())
                .anyMatch(TableActions::isCascade);
    return new AlterType(
        Names.of(node.name),
        action,
        Optional.ofNullable(value),
        node.BEFORE() != null || node.AFTER() != null,
        cascade);
  }
}
