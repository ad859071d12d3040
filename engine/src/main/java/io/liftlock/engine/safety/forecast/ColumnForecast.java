package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.Alteration.DropColumn;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Generated;
import io.liftlock.engine.safety.outline.ColumnOutline;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.DomainOutline;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What actions on columns do. */
final class ColumnForecast {

  private static final Set<String> SERIAL =
      Set.of("serial", "serial2", "serial4", "serial8", "bigserial", "smallserial");

  private final Scene scene;
  private final AlterTable command;
  private final RelationName name;

  ColumnForecast(Scene scene, AlterTable command) {
    this.scene = scene;
    this.command = command;
    this.name = scene.resolve(command.name());
  }

  void add(AddColumn action) {
    ColumnDefinition column = action.column();
    List<TableOutline> family = scene.lockFamily(name, command.only(), LockMode.ACCESS_EXCLUSIVE);
    Optional<TableOutline> table = scene.outline().table(name);
    if (table.filter(each -> each.column(column.name()).isPresent()).isPresent()) {
      if (!action.ifNotExists()) {
        scene.fail("42701", "column " + column.name() + " of " + name + " is there already");
      }
      return;
    }
    boolean rewrites = rewrites(column);
    for (TableOutline each : family) {
      if (rewrites) {
        scene.rewrite(each);
      } else if (reads(column)) {
        scene.scan(each);
      }
    }
    column.constraints().stream()
        .filter(each -> each.kind() == ConstraintDefinition.Kind.FOREIGN_KEY)
        .forEach(key -> reference(key, column, family));
  }

  private void reference(
      ConstraintDefinition key, ColumnDefinition column, List<TableOutline> family) {
    key.references()
        .map(scene::resolve)
        .ifPresent(
            target -> {
              scene.lockFamily(target, false, LockMode.SHARE_ROW_EXCLUSIVE);
              // Rows that have no value refer to nothing.
              if (hasDefault(column)) {
                family.forEach(scene::scan);
              }
            });
  }

  private boolean rewrites(ColumnDefinition column) {
    if (SERIAL.contains(column.type().name()) || column.identity()) {
      return true;
    }
    if (column.generated().filter(Generated::stored).isPresent()
        || (column.generated().isEmpty()
            && scene
                .outline()
                .domain(column.type())
                .filter(DomainOutline::isConstrained)
                .isPresent())) {
      return true;
    }
    return column.defaultValue().filter(this::differs).isPresent();
  }

  private boolean differs(Expression value) {
    DefaultExpression.Answer answer = new DefaultExpression(scene.outline()).of(value);
    if (answer == DefaultExpression.Answer.UNKNOWN) {
      scene.effects().unknown("whether the default " + value.text() + " is the same for every row");
    }
    SequenceForecast.named(value).ifPresent(s -> scene.lock(s, LockMode.ACCESS_SHARE));
    return answer == DefaultExpression.Answer.DIFFERS;
  }

  private static boolean hasDefault(ColumnDefinition column) {
    return column.defaultValue().filter(value -> value.form() != Expression.Form.NULL).isPresent();
  }

  /** Checks, keys and NOT NULL of what has no value are proven by reading every row. */
  private static boolean reads(ColumnDefinition column) {
    boolean virtual = column.generated().filter(each -> !each.stored()).isPresent();
    return (column.notNull() && (!hasDefault(column) || virtual))
        || column.constraints().stream()
            .anyMatch(
                each ->
                    switch (each.kind()) {
                      case CHECK -> each.enforced();
                      case UNIQUE, PRIMARY_KEY, EXCLUDE -> true;
                      case NOT_NULL -> !hasDefault(column);
                      case FOREIGN_KEY -> false;
                    });
  }

  void drop(DropColumn action) {
    scene.lock(name, LockMode.ACCESS_EXCLUSIVE);
    Optional<TableOutline> known = scene.table(name);
    boolean missing =
        known
            .filter(TableOutline::complete)
            .filter(table -> table.column(action.column()).isEmpty())
            .isPresent();
    if (missing) {
      if (!action.ifExists()) {
        scene.fail("42703", "column " + action.column() + " of " + name + " does not exist");
      }
      return;
    }
    if (known.filter(table -> isPartitionedBy(table, action.column())).isPresent()) {
      scene.fail("42P16", "column " + action.column() + " belongs to the partition key");
    }
    for (TableOutline table : scene.lockFamily(name, command.only(), LockMode.ACCESS_EXCLUSIVE)) {
      dropFrom(table, action);
    }
  }

  static boolean isPartitionedBy(TableOutline table, String column) {
    return table.partitionKey().filter(key -> key.columns().contains(column)).isPresent();
  }

  private void dropFrom(TableOutline table, DropColumn action) {
    String column = action.column();
    for (IndexOutline index : table.indexes()) {
      if (Users.of(index, column)) {
        scene.lock(index.name(), LockMode.ACCESS_EXCLUSIVE);
      }
    }
    for (ConstraintOutline constraint : table.constraints()) {
      if (constraint.columns().contains(column)) {
        constraint
            .references()
            .ifPresent(target -> scene.lockFamily(target, false, LockMode.ACCESS_EXCLUSIVE));
      }
    }
    lockSequences(table.name(), column, LockMode.ACCESS_EXCLUSIVE);
    ColumnName own = new ColumnName(Optional.of(table.name()), column);
    DropForecast drops = new DropForecast(scene);
    for (TableOutline view : scene.outline().views(table.name())) {
      if (view.usedColumns().contains(own)) {
        if (action.cascade()) {
          drops.view(view);
        } else {
          scene.fail("2BP01", "the view " + view.name() + " uses column " + column);
        }
      } else if (!view.complete() || view.usedColumns().isEmpty()) {
        scene.effects().unknown("whether the view " + view.name() + " uses column " + column);
      }
    }
    for (TableOutline other : scene.outline().referencing(table.name())) {
      boolean refers =
          other.constraints().stream()
              .anyMatch(
                  key ->
                      key.references().filter(table.name()::equals).isPresent()
                          && key.referencedColumns().contains(column));
      if (refers && !other.name().equals(table.name())) {
        if (action.cascade()) {
          scene.lock(other.name(), LockMode.ACCESS_EXCLUSIVE);
        } else {
          scene.fail("2BP01", other.name() + " refers to column " + column);
        }
      }
    }
  }

  void setNotNull(String column) {
    for (TableOutline table : scene.lockFamily(name, command.only(), LockMode.ACCESS_EXCLUSIVE)) {
      if (!isNotNull(table, column)) {
        scene.scan(table);
      }
    }
  }

  /** A check that the same ALTER drops does not count: it is gone before rows are looked at. */
  private boolean isNotNull(TableOutline table, String column) {
    return table.column(column).filter(ColumnOutline::notNull).isPresent()
        || table.constraints().stream()
            .filter(ConstraintOutline::isProven)
            .filter(check -> !ConstraintForecast.drops(command, check.name()))
            .flatMap(check -> check.check().stream())
            .anyMatch(check -> check.notNull().contains(column));
  }

  void setExpression(String column) {
    for (TableOutline table : scene.lockFamily(name, command.only(), LockMode.ACCESS_EXCLUSIVE)) {
      boolean stored =
          table
              .column(column)
              .flatMap(ColumnOutline::generated)
              .map(Generated::stored)
              .orElse(true);
      if (stored) {
        scene.rewrite(table);
      }
    }
  }

  void lockSequences(RelationName table, String column, LockMode mode) {
    scene.outline().sequencesOf(table).stream()
        .filter(each -> each.ownedBy().filter(owner -> owner.column().equals(column)).isPresent())
        .forEach(each -> scene.lock(each.name(), mode));
  }
}
