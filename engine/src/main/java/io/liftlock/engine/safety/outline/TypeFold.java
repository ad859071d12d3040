package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterDomain;
import io.liftlock.core.syntax.AlterType;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CreateDomain;
import io.liftlock.core.syntax.CreateType;
import io.liftlock.core.syntax.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folds what happens to types and domains. */
final class TypeFold {

  private static final TypeName UNKNOWN = new TypeName("", "", List.of(), false);

  private final Drawing drawing;

  TypeFold(Drawing drawing) {
    this.drawing = drawing;
  }

  void create(CreateType command) {
    RelationName name = drawing.now().resolveNew(command.name(), false);
    drawing.put(new TypeOutline(name, command.form(), command.values(), true));
  }

  void alter(AlterType command) {
    RelationName name = drawing.resolve(command.name());
    TypeOutline type =
        drawing
            .now()
            .type(name)
            .orElseGet(() -> new TypeOutline(name, form(command), List.of(), false));
    switch (command.action()) {
      case ADD_VALUE -> command.value().ifPresent(value -> addValue(type, value));
      case RENAME -> command.value().ifPresent(value -> rename(type, value));
      default -> drawing.put(type);
    }
  }

  private static CreateType.Form form(AlterType command) {
    return switch (command.action()) {
      case ADD_VALUE, RENAME_VALUE -> CreateType.Form.ENUM;
      default -> CreateType.Form.COMPOSITE;
    };
  }

  private void addValue(TypeOutline type, String value) {
    if (!type.values().contains(value)) {
      drawing.put(
          new TypeOutline(
              type.name(), type.form(), TableDraft.with(type.values(), value), type.complete()));
    }
  }

  private void rename(TypeOutline type, String newName) {
    RelationName next = new RelationName(type.name().schema(), newName);
    List<ColumnName> columns = drawing.now().columnsOf(type.name());
    drawing.removeType(type.name());
    drawing.put(new TypeOutline(next, type.form(), type.values(), type.complete()));
    columns.forEach(column -> retype(column, next));
  }

  private void retype(ColumnName column, RelationName next) {
    column
        .relation()
        .ifPresent(
            table ->
                drawing.change(
                    table,
                    draft ->
                        draft.changeColumn(
                            column.column(),
                            each ->
                                each.typed(
                                    new TypeName(
                                        next.toString(),
                                        next.toString(),
                                        each.type().modifiers(),
                                        each.type().array()),
                                    each.collation()))));
  }

  void create(CreateDomain command) {
    RelationName name = drawing.now().resolveNew(command.name(), false);
    List<ConstraintOutline> constraints = new ArrayList<>();
    for (ConstraintDefinition check : command.constraints()) {
      constraints.add(check(name, check, constraints));
    }
    drawing.put(
        new DomainOutline(
            name, command.type(), command.notNull(), command.defaultValue(), constraints));
  }

  private static ConstraintOutline check(
      RelationName domain, ConstraintDefinition check, List<ConstraintOutline> others) {
    String made = MadeUpNames.of(domain.name(), "", "check");
    String free = made;
    for (int i = 1; has(others, free); i++) {
      free = made + i;
    }
    return new ConstraintOutline(
        check.name().orElse(free),
        check.kind(),
        List.of(),
        check.check(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        !check.notValid(),
        true,
        false);
  }

  private static boolean has(List<ConstraintOutline> constraints, String name) {
    return constraints.stream().anyMatch(each -> each.name().equals(name));
  }

  void alter(AlterDomain command) {
    RelationName name = drawing.resolve(command.name());
    DomainOutline domain =
        drawing
            .now()
            .domain(name)
            .orElseGet(() -> new DomainOutline(name, UNKNOWN, false, Optional.empty(), List.of()));
    switch (command.action()) {
      case ADD_CONSTRAINT ->
          command
              .constraint()
              .ifPresent(
                  each ->
                      constraints(
                          domain,
                          TableDraft.with(
                              domain.constraints(), check(name, each, domain.constraints()))));
      case VALIDATE_CONSTRAINT ->
          constraints(
              domain,
              TableDraft.changed(
                  domain.constraints(),
                  each -> command.constraintName().filter(each.name()::equals).isPresent(),
                  each -> each.withValid(true)));
      case DROP_CONSTRAINT ->
          constraints(
              domain,
              TableDraft.without(
                  domain.constraints(),
                  each -> command.constraintName().filter(each.name()::equals).isPresent()));
      case SET_NOT_NULL -> notNull(domain, true);
      case DROP_NOT_NULL -> notNull(domain, false);
      default -> drawing.put(domain);
    }
  }

  private void constraints(DomainOutline domain, List<ConstraintOutline> constraints) {
    drawing.put(
        new DomainOutline(
            domain.name(), domain.type(), domain.notNull(), domain.defaultValue(), constraints));
  }

  private void notNull(DomainOutline domain, boolean refused) {
    drawing.put(
        new DomainOutline(
            domain.name(), domain.type(), refused, domain.defaultValue(), domain.constraints()));
  }
}
