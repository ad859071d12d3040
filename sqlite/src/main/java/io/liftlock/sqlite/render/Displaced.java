package io.liftlock.sqlite.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The views and triggers that must not be there while tables are changed: {@code ALTER TABLE} looks
 * through all of them and refuses where one mentions a table or column that is missing at that
 * moment. They are dropped first and put back last.
 */
final class Displaced {

  private final SchemaDiff diff;
  private final Set<ObjectId> tables;
  private final Set<ObjectId> views = new TreeSet<>();
  private final Set<ObjectId> triggers = new LinkedHashSet<>();

  /**
   * @param tables those that vanish for a moment, or lose columns, or go
   */
  Displaced(SchemaDiff diff, Set<ObjectId> tables) {
    this.diff = diff;
    this.tables = tables;
    findViews();
    findTriggers();
  }

  private void findViews() {
    for (Change change : diff.changes()) {
      ObjectId id = change.object();
      ObjectId view = id.kind() == ObjectKind.COLUMN ? view(id) : id;
      if (view.kind() == ObjectKind.VIEW && diff.from().has(view)) {
        views.add(view);
      }
    }
    boolean more = true;
    while (more) {
      more = false;
      for (SchemaObject view : diff.from().of(ObjectKind.VIEW)) {
        more |= !views.contains(view.id()) && uses(view) && views.add(view.id());
      }
    }
  }

  private static ObjectId view(ObjectId column) {
    return new ObjectId(ObjectKind.VIEW, column.container(), "");
  }

  /** Whether it uses one of the tables, or a view that goes. */
  private boolean uses(SchemaObject object) {
    return object.uses().stream().anyMatch(used -> tables.contains(used) || views.contains(used));
  }

  private void findTriggers() {
    for (SchemaObject trigger : diff.from().of(ObjectKind.TRIGGER)) {
      Optional<ObjectId> relation = diff.from().whole(trigger.id()).map(SchemaObject::id);
      boolean goesWithView = relation.filter(views::contains).isPresent();
      boolean changed = !Optional.of(trigger).equals(diff.to().find(trigger.id()));
      boolean displaced = changed || uses(trigger) || relation.filter(tables::contains).isPresent();
      if (displaced && !goesWithView) {
        triggers.add(trigger.id());
      }
    }
  }

  /** Triggers to drop. Those of views that are dropped go with them. */
  Set<ObjectId> triggers() {
    return triggers;
  }

  /** Views to drop, each before those that it uses. */
  List<ObjectId> views() {
    List<ObjectId> order = ordered(diff.from(), views);
    Collections.reverse(order);
    return order;
  }

  /** Views to make or put back, each behind those that it uses. */
  List<ObjectId> viewsAfter() {
    Set<ObjectId> after = new TreeSet<>();
    for (SchemaObject view : diff.to().of(ObjectKind.VIEW)) {
      if (views.contains(view.id()) || !diff.from().has(view.id())) {
        after.add(view.id());
      }
    }
    return ordered(diff.to(), after);
  }

  /** Triggers to make or put back. */
  List<ObjectId> triggersAfter() {
    List<ObjectId> after = new ArrayList<>();
    for (SchemaObject trigger : diff.to().of(ObjectKind.TRIGGER)) {
      boolean went =
          triggers.contains(trigger.id())
              || diff.to().whole(trigger.id()).filter(v -> views.contains(v.id())).isPresent();
      if (went || !diff.from().has(trigger.id())) {
        after.add(trigger.id());
      }
    }
    return after;
  }

  private static List<ObjectId> ordered(Schema schema, Set<ObjectId> ids) {
    Set<ObjectId> placed = new LinkedHashSet<>();
    ids.forEach(id -> place(schema, id, ids, placed, new HashSet<>()));
    return new ArrayList<>(placed);
  }

  private static void place(
      Schema schema, ObjectId id, Set<ObjectId> ids, Set<ObjectId> placed, Set<ObjectId> under) {
    if (placed.contains(id) || !under.add(id)) {
      return;
    }
    schema
        .find(id)
        .ifPresent(
            view ->
                view.uses().stream()
                    .filter(ids::contains)
                    .forEach(used -> place(schema, used, ids, placed, under)));
    placed.add(id);
  }
}
