package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.Alteration.DropConstraint;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.engine.safety.outline.ColumnOutline;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What actions on constraints do. */
final class ConstraintForecast {

  private static final int PARTITIONED_NOT_VALID = 18;

  private final Scene scene;
  private final AlterTable command;
  private final RelationName name;

  ConstraintForecast(Scene scene, AlterTable command) {
    this.scene = scene;
    this.command = command;
    this.name = scene.resolve(command.name());
  }

  void add(ConstraintDefinition constraint) {
    boolean taken =
        constraint
            .name()
            .filter(each -> !drops(command, each))
            .flatMap(each -> scene.outline().table(name).flatMap(table -> table.constraint(each)))
            .isPresent();
    if (taken) {
      scene.fail("42710", "there is a constraint of that name on " + name);
    }
    switch (constraint.kind()) {
      case CHECK -> addCheck(constraint);
      case NOT_NULL -> addNotNull(constraint);
      case FOREIGN_KEY -> addForeignKey(constraint);
      case PRIMARY_KEY, UNIQUE, EXCLUDE -> addKey(constraint);
    }
  }

  private void addCheck(ConstraintDefinition check) {
    List<TableOutline> family = scene.lockFamily(name, command.only(), LockMode.ACCESS_EXCLUSIVE);
    if (!check.notValid() && check.enforced()) {
      family.forEach(scene::scan);
    }
  }

  private void addNotNull(ConstraintDefinition notNull) {
    List<TableOutline> family = scene.lockFamily(name, command.only(), LockMode.ACCESS_EXCLUSIVE);
    for (TableOutline table : family) {
      if (!notNull.notValid() && !areNotNull(table, notNull.columns())) {
        scene.scan(table);
      }
    }
  }

  private void addForeignKey(ConstraintDefinition key) {
    scene.lock(name, LockMode.SHARE_ROW_EXCLUSIVE);
    Optional<RelationName> target = key.references().map(scene::resolve);
    List<TableOutline> family = scene.family(name, isInheritanceParent());
    boolean partitioned = scene.outline().table(name).filter(t -> t.isPartitioned()).isPresent();
    if (partitioned && key.notValid() && scene.major() < PARTITIONED_NOT_VALID) {
      scene.fail("42809", "a foreign key that is NOT VALID cannot be added to a partitioned table");
    }
    boolean checks = !key.notValid() && key.enforced();
    for (TableOutline table : family) {
      scene.lock(table.name(), LockMode.SHARE_ROW_EXCLUSIVE);
      boolean adopted = !table.name().equals(name) && hasLike(table, key);
      if (checks && !adopted) {
        scene.scan(table);
      }
      if (adopted) {
        target.ifPresent(each -> scene.lock(each, LockMode.ACCESS_EXCLUSIVE));
      }
    }
    target
        .filter(each -> !each.equals(name))
        .ifPresent(each -> scene.lockFamily(each, false, LockMode.SHARE_ROW_EXCLUSIVE));
  }

  /** Children that inherit have foreign keys of their own; partitions follow their table. */
  private boolean isInheritanceParent() {
    return scene.outline().table(name).filter(table -> !table.isPartitioned()).isPresent();
  }

  private boolean hasLike(TableOutline table, ConstraintDefinition key) {
    return table.constraints(ConstraintDefinition.Kind.FOREIGN_KEY).stream()
        .anyMatch(
            own ->
                own.columns().equals(key.columns())
                    && own.references().equals(key.references().map(scene::resolve)));
  }

  private void addKey(ConstraintDefinition key) {
    scene.lock(name, LockMode.ACCESS_EXCLUSIVE);
    Optional<TableOutline> table = scene.table(name);
    boolean partitioned = table.filter(TableOutline::isPartitioned).isPresent();
    if (key.usingIndex().isPresent()) {
      useIndex(key, key.usingIndex().get(), table);
      return;
    }
    if (partitioned && lacksPartitionKey(table, key.columns())) {
      scene.fail(
          "0A000", "a key of a partitioned table must have the columns of its partition key");
    }
    // Up to 17 the indexes of partitions are built as CREATE INDEX builds them.
    LockMode below =
        scene.major() < 18 && key.kind() != ConstraintDefinition.Kind.PRIMARY_KEY
            ? LockMode.SHARE
            : LockMode.ACCESS_EXCLUSIVE;
    for (TableOutline each : scene.family(name, !partitioned || command.only())) {
      scene.lock(each.name(), each.name().equals(name) ? LockMode.ACCESS_EXCLUSIVE : below);
      scene.scan(each);
    }
  }

  /** Whether a unique key of a partitioned table lacks a column of the partition key. */
  static boolean lacksPartitionKey(Optional<TableOutline> table, List<String> columns) {
    return table
        .flatMap(TableOutline::partitionKey)
        .filter(key -> !new HashSet<>(columns).containsAll(key.columns()))
        .isPresent();
  }

  private void useIndex(ConstraintDefinition key, String index, Optional<TableOutline> table) {
    if (table.filter(TableOutline::isPartitioned).isPresent()) {
      scene.fail("0A000", "an index of a partitioned table cannot become a constraint");
    }
    if (key.name().filter(each -> !each.equals(index)).isPresent()) {
      // It is renamed.
      scene.lock(new RelationName(name.schema(), index), LockMode.SHARE_UPDATE_EXCLUSIVE);
    }
    if (key.kind() == ConstraintDefinition.Kind.PRIMARY_KEY) {
      table.ifPresent(
          each -> {
            List<String> columns =
                each.index(index).map(IndexOutline::parts).orElse(List.of()).stream()
                    .flatMap(part -> part.column().stream())
                    .toList();
            if (!areNotNull(each, columns)) {
              scene.scan(each);
            }
          });
    }
  }

  private boolean areNotNull(TableOutline table, List<String> columns) {
    return columns.stream()
        .allMatch(
            column ->
                table.column(column).filter(ColumnOutline::notNull).isPresent()
                    || table.constraints().stream()
                        .filter(ConstraintOutline::isProven)
                        .filter(check -> !drops(command, check.name()))
                        .flatMap(check -> check.check().stream())
                        .anyMatch(check -> check.notNull().contains(column)));
  }

  void validate(String constraint) {
    scene.lock(name, LockMode.SHARE_UPDATE_EXCLUSIVE);
    Optional<ConstraintOutline> known =
        scene.table(name).flatMap(table -> table.constraint(constraint));
    if (known.isEmpty()) {
      scene.effects().unknown("what the constraint " + constraint + " of " + name + " demands");
      return;
    }
    if (known.get().valid()) {
      return;
    }
    if (known.get().kind() == ConstraintDefinition.Kind.FOREIGN_KEY) {
      for (TableOutline table : scene.family(name, isInheritanceParent())) {
        scene.lock(table.name(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        scene.scan(table);
      }
      known
          .flatMap(ConstraintOutline::references)
          .ifPresent(
              target -> {
                scene.lockFamily(target, false, LockMode.ACCESS_SHARE);
                scene.lock(target, LockMode.ROW_SHARE);
              });
    } else {
      scene.lockFamily(name, command.only(), LockMode.SHARE_UPDATE_EXCLUSIVE).forEach(scene::scan);
    }
  }

  void alter(Alteration.AlterConstraint action) {
    scene.lock(name, LockMode.ACCESS_EXCLUSIVE);
    Optional<ConstraintOutline> key =
        scene.table(name).flatMap(table -> table.constraint(action.constraint()));
    Optional<RelationName> target = key.flatMap(ConstraintOutline::references);
    action
        .enforced()
        .ifPresent(
            enforced -> {
              target.ifPresent(
                  each ->
                      scene.lock(
                          each,
                          enforced ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE));
              if (enforced) {
                scene.table(name).ifPresent(scene::scan);
              }
            });
  }

  /** Whether the same ALTER drops a constraint, which it does before it adds and checks. */
  static boolean drops(AlterTable command, String constraint) {
    return command.actions().stream()
        .anyMatch(
            action ->
                action.match(
                    new Alteration.Some<Boolean>() {
                      @Override
                      public Boolean otherwise(Alteration other) {
                        return false;
                      }

                      @Override
                      public Boolean dropConstraint(DropConstraint drop) {
                        return drop.constraint().equals(constraint);
                      }
                    }));
  }

  void drop(DropConstraint action) {
    scene.lock(name, LockMode.ACCESS_EXCLUSIVE);
    Optional<TableOutline> table = scene.table(name);
    Optional<ConstraintOutline> known = table.flatMap(each -> each.constraint(action.constraint()));
    if (known.isEmpty()) {
      return;
    }
    switch (known.get().kind()) {
      case CHECK, NOT_NULL -> {
        if (isInherited(table.get(), action.constraint())) {
          scene.lockFamily(name, command.only(), LockMode.ACCESS_EXCLUSIVE);
        }
      }
      case FOREIGN_KEY -> {
        scene
            .family(name, isInheritanceParent())
            .forEach(each -> scene.lock(each.name(), LockMode.ACCESS_EXCLUSIVE));
        known
            .flatMap(ConstraintOutline::references)
            .ifPresent(target -> scene.lockFamily(target, false, LockMode.ACCESS_EXCLUSIVE));
      }
      case PRIMARY_KEY, UNIQUE, EXCLUDE -> dropKey(table.get(), known.get(), action);
    }
  }

  private void dropKey(TableOutline table, ConstraintOutline key, DropConstraint action) {
    table.indexOf(key.name()).ifPresent(index -> new DropForecast(scene).indexWithParts(index));
    for (TableOutline other : scene.outline().referencing(table.name())) {
      boolean refers =
          other.constraints().stream()
              .anyMatch(
                  each ->
                      each.references().filter(table.name()::equals).isPresent()
                          && each.referencedColumns().equals(key.columns()));
      if (refers && !other.name().equals(table.name())) {
        if (action.cascade()) {
          scene.lock(other.name(), LockMode.ACCESS_EXCLUSIVE);
        } else {
          scene.fail("2BP01", other.name() + " refers to " + table.name());
        }
      }
    }
  }

  /** Whether partitions and children have the constraint, too. */
  static boolean isInherited(TableOutline table, String constraint) {
    return table
        .constraint(constraint)
        .filter(
            each ->
                each.kind() == ConstraintDefinition.Kind.CHECK
                    || each.kind() == ConstraintDefinition.Kind.NOT_NULL)
        .isPresent();
  }
}
