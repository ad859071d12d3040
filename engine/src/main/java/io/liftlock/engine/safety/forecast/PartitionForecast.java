package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.AttachPartition;
import io.liftlock.core.syntax.Alteration.DetachPartition;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.outline.BoundCondition;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.PartitionOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Optional;

/** What attaching, detaching and making partitions does. */
final class PartitionForecast {

  private final Scene scene;

  PartitionForecast(Scene scene) {
    this.scene = scene;
  }

  void attach(RelationName parent, AttachPartition action) {
    scene.lock(parent, LockMode.SHARE_UPDATE_EXCLUSIVE);
    Optional<TableOutline> whole = scene.table(parent);
    whole.ifPresent(this::lockAbove);
    List<TableOutline> family =
        scene.lockFamily(action.partition(), false, LockMode.ACCESS_EXCLUSIVE);
    for (TableOutline table : family) {
      boolean proven =
          action
              .bound()
              .flatMap(bound -> whole.map(each -> isWithin(each, bound, table)))
              .orElse(false);
      boolean onlyOne = action.isDefault() && scene.outline().partitions(parent).isEmpty();
      if (!proven && !onlyOne) {
        scene.scan(table);
      }
    }
    defaultPartition(parent, whole, action.isDefault() ? Optional.empty() : action.bound());
    whole.ifPresent(each -> adopt(each, family));
  }

  /** It must hold no row that belongs to the new one. */
  private void defaultPartition(
      RelationName parent, Optional<TableOutline> whole, Optional<Expression> bound) {
    if (bound.isEmpty()) {
      return;
    }
    standIn(parent)
        .ifPresent(
            rest -> {
              for (TableOutline table :
                  scene.lockFamily(rest.name(), false, LockMode.ACCESS_EXCLUSIVE)) {
                boolean excluded =
                    whole.map(each -> isOutside(each, bound.get(), table)).orElse(false);
                if (!excluded) {
                  scene.scan(table);
                }
              }
            });
  }

  /** The bounds of the partitioned tables above are read. */
  private void lockAbove(TableOutline table) {
    table
        .partitionOf()
        .ifPresent(
            place -> {
              scene.lock(place.parent(), LockMode.ACCESS_SHARE);
              scene.table(place.parent()).ifPresent(this::lockAbove);
            });
  }

  /** Whether checks prove that all rows of a table are within a bound, and those above it. */
  private boolean isWithin(TableOutline whole, Expression bound, TableOutline table) {
    return BoundCondition.within(scene.outline(), whole, bound)
            .filter(condition -> condition.isHeldBy(table))
            .isPresent()
        || (whole.partitionOf().isEmpty()
            && PartitionBound.of(whole, bound).filter(each -> each.holds(table)).isPresent());
  }

  /** Whether checks prove that no row of a table is within a bound. */
  private static boolean isOutside(TableOutline whole, Expression bound, TableOutline table) {
    return BoundCondition.of(whole, bound)
            .filter(condition -> condition.isExcludedBy(table))
            .isPresent()
        || PartitionBound.of(whole, bound).filter(each -> each.excludedBy(table)).isPresent();
  }

  private Optional<TableOutline> standIn(RelationName parent) {
    return scene.outline().partitions(parent).stream()
        .filter(each -> each.partitionOf().filter(PartitionOutline::isDefault).isPresent())
        .findFirst();
  }

  /** It gets the indexes and foreign keys of its table, or hands its own over. */
  private void adopt(TableOutline whole, List<TableOutline> family) {
    for (IndexOutline index : whole.indexes()) {
      scene.lock(index.name(), LockMode.SHARE_UPDATE_EXCLUSIVE);
      for (TableOutline table : family) {
        if (table.indexes().stream().noneMatch(own -> own.isLike(index))) {
          scene.scan(table);
        }
      }
    }
    for (ConstraintOutline key : whole.constraints(ConstraintDefinition.Kind.FOREIGN_KEY)) {
      key.references()
          .ifPresent(
              target -> {
                for (TableOutline table : family) {
                  boolean own =
                      table.constraints(ConstraintDefinition.Kind.FOREIGN_KEY).stream()
                          .anyMatch(
                              each ->
                                  each.columns().equals(key.columns())
                                      && each.references().equals(key.references()));
                  scene.lock(
                      target, own ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_ROW_EXCLUSIVE);
                  if (!own) {
                    scene.scan(table);
                  }
                }
              });
    }
    referencing(whole);
  }

  /** Tables that refer to the whole refer to the new part, too. */
  private void referencing(TableOutline whole) {
    List<TableOutline> others = scene.outline().referencing(whole.name());
    if (!others.isEmpty()) {
      scene.lock(whole.name(), LockMode.ACCESS_EXCLUSIVE);
      others.forEach(
          other ->
              scene.lock(
                  other.name(),
                  scene.major() < 15 ? LockMode.ACCESS_SHARE : LockMode.SHARE_ROW_EXCLUSIVE));
    }
  }

  void detach(RelationName parent, DetachPartition action) {
    scene.table(parent);
    Optional<TableOutline> rest = standIn(parent);
    RelationName part = scene.resolve(action.partition());
    if (action.concurrently()) {
      if (scene.refusesTransaction("DETACH PARTITION … CONCURRENTLY")) {
        return;
      }
      if (rest.isPresent()) {
        scene.fail("55000", "a partition cannot be detached concurrently beside a default one");
        return;
      }
    }
    LockMode onParent =
        action.concurrently() || action.finalizing()
            ? LockMode.SHARE_UPDATE_EXCLUSIVE
            : LockMode.ACCESS_EXCLUSIVE;
    scene.lock(parent, onParent);
    scene.lock(part, LockMode.ACCESS_EXCLUSIVE);
    rest.ifPresent(each -> scene.lock(each.name(), LockMode.ACCESS_EXCLUSIVE));
    scene
        .table(part)
        .ifPresent(
            table -> {
              table.indexes().stream()
                  .filter(index -> index.attachedTo().isPresent())
                  .forEach(index -> scene.lock(index.name(), LockMode.ACCESS_EXCLUSIVE));
              table.constraints(ConstraintDefinition.Kind.FOREIGN_KEY).stream()
                  .flatMap(key -> key.references().stream())
                  .forEach(target -> scene.lock(target, LockMode.SHARE_ROW_EXCLUSIVE));
            });
    for (TableOutline other : scene.outline().referencing(parent)) {
      scene.lock(other.name(), LockMode.ACCESS_EXCLUSIVE);
      scene.scan(other);
    }
  }

  /** CREATE TABLE … PARTITION OF. */
  void create(RelationName parent, Optional<Expression> bound) {
    scene.lock(parent, LockMode.ACCESS_EXCLUSIVE);
    Optional<TableOutline> whole = scene.table(parent);
    defaultPartition(parent, whole, bound);
    whole.ifPresent(
        each -> {
          each.indexes()
              .forEach(index -> scene.lock(index.name(), LockMode.SHARE_UPDATE_EXCLUSIVE));
          each.constraints(ConstraintDefinition.Kind.FOREIGN_KEY).stream()
              .flatMap(key -> key.references().stream())
              .forEach(target -> scene.lock(target, LockMode.SHARE_ROW_EXCLUSIVE));
          referencing(each);
        });
  }
}
