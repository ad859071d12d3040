package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CopyRows;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.core.syntax.Write;
import io.liftlock.engine.safety.outline.ColumnOutline;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import io.liftlock.engine.safety.outline.TriggerOutline;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What reading and writing rows does. */
final class DataForecast {

  private final Scene scene;
  private final Set<RelationName> seen = new HashSet<>();

  DataForecast(Scene scene) {
    this.scene = scene;
  }

  void query(Query query) {
    for (RelationName read : query.reads()) {
      read(read, query.locksRows() ? LockMode.ROW_SHARE : LockMode.ACCESS_SHARE);
    }
    query.writes().forEach(this::write);
    if (SequenceForecast.move(query.calls())) {
      scene.effects().unknown("which sequences are moved is not told");
    }
  }

  /** A relation, what it shows where it is a view, and its partitions and children. */
  void read(RelationName name, LockMode mode) {
    RelationName resolved = scene.resolve(name);
    if (Scene.isSystem(resolved) || !seen.add(resolved)) {
      return;
    }
    for (TableOutline table : scene.lockFamily(resolved, false, mode)) {
      if (table.kind() == RelationKind.VIEW) {
        table.uses().forEach(used -> read(used, LockMode.ACCESS_SHARE));
      }
    }
  }

  void write(Write write) {
    write.source().ifPresent(this::query);
    write.writes().forEach(this::write);
    RelationName target = scene.resolve(write.table());
    if (Scene.isSystem(target)) {
      return;
    }
    Optional<TableOutline> table = scene.table(target);
    boolean whole =
        write.where().isEmpty()
            && (write.kind() == Write.Kind.UPDATE || write.kind() == Write.Kind.DELETE)
            && write.source().isEmpty();
    if (write.kind() == Write.Kind.INSERT) {
      scene.lock(target, LockMode.ROW_EXCLUSIVE);
      if (table.filter(TableOutline::isPartitioned).isPresent()) {
        scene.effects().unknown("which partitions get the rows is not told");
      }
    } else {
      for (TableOutline each : scene.lockFamily(target, false, LockMode.ROW_EXCLUSIVE)) {
        if (whole) {
          scene.scan(each);
        }
      }
    }
    table.ifPresent(each -> follow(each, write));
  }

  /** What writing a row sets off in other relations. */
  private void follow(TableOutline table, Write write) {
    if (table.kind() == RelationKind.VIEW) {
      table.uses().forEach(used -> scene.lock(used, LockMode.ROW_EXCLUSIVE));
    }
    if (table.triggers().stream().anyMatch(TriggerOutline::enabled)) {
      scene.effects().unknown("what the triggers of " + table.name() + " do is not told");
    }
    if (write.kind() != Write.Kind.DELETE) {
      references(table, write);
    }
    if (write.kind() == Write.Kind.INSERT) {
      sequences(table, write.columns());
    } else {
      referencing(table, write);
    }
  }

  private void references(TableOutline table, Write write) {
    boolean every = write.kind() != Write.Kind.UPDATE;
    for (ConstraintOutline key : table.constraints(ConstraintDefinition.Kind.FOREIGN_KEY)) {
      boolean written = every || key.columns().stream().anyMatch(write.assignments()::containsKey);
      if (written && key.enforced()) {
        key.references().ifPresent(target -> scene.lock(target, LockMode.ROW_SHARE));
      }
    }
  }

  /** The defaults of columns that the statement does not name. */
  private void sequences(TableOutline table, Collection<String> named) {
    for (ColumnOutline column : table.columns()) {
      boolean given = named.contains(column.name());
      if (!given && !named.isEmpty()) {
        scene.outline().sequencesOf(table.name()).stream()
            .filter(
                each -> each.ownedBy().filter(o -> o.column().equals(column.name())).isPresent())
            .forEach(each -> scene.lock(each.name(), LockMode.ROW_EXCLUSIVE));
      }
    }
  }

  private void referencing(TableOutline table, Write write) {
    for (TableOutline other : scene.outline().referencing(table.name())) {
      for (ConstraintOutline key : other.constraints()) {
        boolean touched =
            key.references().filter(table.name()::equals).isPresent()
                && key.enforced()
                && (write.kind() == Write.Kind.DELETE
                    || key.referencedColumns().stream().anyMatch(write.assignments()::containsKey));
        if (touched) {
          boolean writes =
              key.onDelete()
                  .filter(each -> !each.startsWith("no") && !each.equals("restrict"))
                  .isPresent();
          scene.lock(other.name(), writes ? LockMode.ROW_EXCLUSIVE : LockMode.ROW_SHARE);
        }
      }
    }
  }

  void copy(CopyRows copy) {
    copy.table()
        .ifPresent(
            name -> {
              if (copy.from()) {
                scene.lock(name, LockMode.ROW_EXCLUSIVE);
                scene.table(name).ifPresent(this::copied);
              } else {
                scene.lock(name, LockMode.ACCESS_SHARE);
                scene.table(name).ifPresent(scene::scan);
              }
            });
    if (copy.table().isEmpty()) {
      scene.effects().unknown("what the query of COPY reads is not told");
    }
  }

  private void copied(TableOutline table) {
    for (ConstraintOutline key : table.constraints(ConstraintDefinition.Kind.FOREIGN_KEY)) {
      key.references().ifPresent(target -> scene.lock(target, LockMode.ROW_SHARE));
    }
    if (table.isPartitioned()) {
      scene.effects().unknown("which partitions get the rows is not told");
    }
    if (!scene.outline().sequencesOf(table.name()).isEmpty()) {
      scene.effects().unknown("which columns get their defaults is not told");
    }
  }
}
