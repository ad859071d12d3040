package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Renderer.Mode;
import io.liftlock.core.change.Renderer.Stage;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript.Placement;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Cuts the way from one schema to another into steps that a live application can stand: what takes
 * long takes no lock that others wait for, and what takes such a lock is quick.
 *
 * <ol>
 *   <li>{@code values}: enum values that the rest uses, since they can be used only afterwards;
 *   <li>the main one: everything that is quick, new constraints not yet valid, and a check that is
 *       not yet valid where a column will refuse NULL;
 *   <li>{@code indexes}: built and dropped concurrently, those of new keys too;
 *   <li>{@code validate}: constraints are validated, keys take their indexes, columns refuse NULL,
 *       which the validated check spares the scan.
 * </ol>
 */
final class Stages {

  private final SchemaDiff diff;
  private final Schema from;
  private final Schema to;
  private final Work work;
  private final SortedMap<ObjectId, SchemaObject> main;
  private final SortedMap<ObjectId, SchemaObject> indexes;

  private Stages(SchemaDiff diff) {
    this.diff = diff;
    this.from = diff.from();
    this.to = diff.to();
    this.work = new Planner(diff, new Passage(from, to, Mode.PLAIN)).plan().work();
    this.main = new TreeMap<>(to.objects());
    this.indexes = new TreeMap<>();
  }

  /** The stages; one where the difference is small. */
  static List<Stage> of(SchemaDiff diff) {
    List<Stage> wanted = new Stages(diff).cut();
    if (wanted.size() == 1) {
      return wanted;
    }
    List<Stage> kept = new ArrayList<>();
    Schema before = diff.from();
    for (Stage stage : wanted) {
      if (!SchemaDiff.between(before, stage.schema()).isEmpty()) {
        kept.add(stage);
        before = stage.schema();
      }
    }
    if (kept.isEmpty()) {
      return List.of(new Stage("", diff.to(), Mode.PLAIN));
    }
    return kept.size() == 1
        ? List.of(new Stage("", diff.to(), kept.get(0).mode()))
        : List.copyOf(kept);
  }

  private List<Stage> cut() {
    diff.drops().forEach(drop -> keepForNow(drop.dropped()));
    List<SchemaObject> created =
        work.created().values().stream()
            .filter(object -> from.find(object.id()).filter(object::equals).isEmpty())
            .filter(object -> isThere(object.id()))
            .toList();
    created.stream().filter(o -> o.kind() == ObjectKind.INDEX).forEach(this::buildLater);
    created.stream().filter(Parts::hasIndex).forEach(this::buildKeyLater);
    created.stream().filter(o -> o.kind() == ObjectKind.CONSTRAINT).forEach(this::validateLater);
    work.altered().values().stream()
        .filter(change -> change.to().kind() == ObjectKind.COLUMN)
        .forEach(this::refuseNullLater);
    mainTables();
    SortedMap<ObjectId, SchemaObject> values = withNewValues();
    if (main.equals(to.objects()) && values.equals(from.objects())) {
      return List.of(new Stage("", to, Mode.PLAIN));
    }
    SortedMap<ObjectId, SchemaObject> built = new TreeMap<>(main);
    for (Change change : diff.changes()) {
      if (change.object().kind() == ObjectKind.INDEX) {
        built.remove(change.object());
      }
    }
    to.of(ObjectKind.INDEX).forEach(index -> built.put(index.id(), index));
    built.putAll(indexes);
    return List.of(
        new Stage("values", from.with(values.values()), Mode.PLAIN),
        new Stage("", to.with(main.values()), Mode.PLAIN),
        new Stage("indexes", to.with(built.values()), Mode.ONLINE),
        new Stage("validate", to, Mode.PLAIN));
  }

  private SortedMap<ObjectId, SchemaObject> withNewValues() {
    SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(from.objects());
    Passage passage = new Passage(from, to, Mode.PLAIN);
    for (Change.Alter change : work.altered().values()) {
      if (change.to().kind() == ObjectKind.ENUM
          && Writers.of(ObjectKind.ENUM).placement(change, passage) == Placement.OUTSIDE) {
        objects.put(
            change.object(),
            change.from().toBuilder()
                .set(Property.VALUES, change.to().list(Property.VALUES))
                .build());
      }
    }
    return objects;
  }

  /** Whether an object's table or domain is there before and stays, so that it may be in use. */
  private boolean isThere(ObjectId part) {
    return to.whole(part)
        .filter(whole -> from.has(whole.id()) && !work.dropped().containsKey(whole.id()))
        .isPresent();
  }

  private boolean isPartitioned(ObjectId part) {
    return to.whole(part)
        .filter(whole -> whole.text(Property.PARTITION_KEY).isPresent())
        .isPresent();
  }

  /** Whether something can stay as it was while everything else becomes as it shall be. */
  private boolean canStay(SchemaObject before) {
    return before.uses().stream()
        .allMatch(
            used -> from.find(used).equals(to.find(used)) && !work.dropped().containsKey(used));
  }

  /** An index that goes, goes concurrently. */
  private void keepForNow(SchemaObject dropped) {
    if (dropped.kind() != ObjectKind.INDEX
        || !isThere(dropped.id())
        || !canStay(dropped)
        || isPartitioned(dropped.id())
        || dropped.text(Property.ATTACHED_TO).isPresent()) {
      return;
    }
    boolean referredTo =
        from.whole(dropped.id()).filter(whole -> Parts.refersTo(whole, dropped)).isPresent();
    List<String> names = Parts.namesTaken(dropped);
    boolean nameIsTaken =
        work.created().values().stream()
            .anyMatch(object -> Parts.namesTaken(object).stream().anyMatch(names::contains));
    if (!referredTo && !nameIsTaken) {
      main.put(dropped.id(), dropped);
    }
  }

  private void buildLater(SchemaObject index) {
    Optional<SchemaObject> before = from.find(index.id()).filter(this::canStay);
    if (before.isPresent()) {
      main.put(index.id(), before.get());
    } else {
      main.remove(index.id());
    }
    // A new partition's index is there before it can be attached.
    for (SchemaObject other : to.of(ObjectKind.INDEX)) {
      if (main.containsKey(other.id())
          && Parts.attachedTo(other, to).filter(index::equals).isPresent()) {
        main.put(other.id(), other.toBuilder().set(Property.ATTACHED_TO, List.of()).build());
      }
    }
  }

  /** A new key's index is built first, if nothing but foreign keys needs the key before. */
  private void buildKeyLater(SchemaObject key) {
    Optional<SchemaObject> index = UniqueIndexes.of(key);
    if (index.isEmpty()
        || from.has(key.id())
        || isPartitioned(key.id())
        || key.is(Property.INHERITED)
        || UniqueIndexes.taken(key, new Passage(from, to, Mode.PLAIN)).isPresent()) {
      return;
    }
    SortedSet<ObjectId> dependents = to.dependents().getOrDefault(key.id(), new TreeSet<>());
    boolean onlyForeignKeys =
        dependents.stream()
            .flatMap(id -> to.find(id).stream())
            .allMatch(
                object ->
                    object.kind() == ObjectKind.CONSTRAINT
                        && new Constraint(object).type().equals(Constraint.FOREIGN_KEY));
    if (onlyForeignKeys) {
      main.remove(key.id());
      for (ObjectId foreignKey : dependents) {
        main.remove(foreignKey);
      }
      indexes.put(index.get().id(), index.get());
    }
  }

  private void validateLater(SchemaObject constraint) {
    SchemaObject shown = main.get(constraint.id());
    String type = new Constraint(constraint).type();
    boolean canWait =
        type.equals(Constraint.CHECK)
            || (type.equals(Constraint.FOREIGN_KEY)
                && !isPartitioned(constraint.id())
                && !constraint.is(Property.INHERITED));
    if (shown != null
        && canWait
        && !constraint.is(Property.NOT_VALID)
        && !constraint.is(Property.NOT_ENFORCED)) {
      main.put(constraint.id(), shown.toBuilder().flag(Property.NOT_VALID, true).build());
    }
  }

  private void refuseNullLater(Change.Alter change) {
    SchemaObject column = change.to();
    if (!canWait(column)) {
      return;
    }
    main.put(column.id(), column.toBuilder().flag(Property.NOT_NULL, false).build());
    if (Parts.origins(column, to).stream().noneMatch(this::comesToRefuseNull)) {
      String name = NullChecks.name(column.id(), to);
      to.whole(column.id())
          .ifPresent(
              table ->
                  NullChecks.with(table, column.id().name(), name, from, to)
                      .forEach(check -> main.put(check.id(), check)));
    }
  }

  /** Whether a check can stand in till a column refuses NULL; a child follows its parent. */
  private boolean canWait(SchemaObject column) {
    List<SchemaObject> origins =
        Parts.origins(column, to).stream().filter(this::comesToRefuseNull).toList();
    return comesToRefuseNull(column)
        && column.text(Property.IDENTITY).isEmpty()
        && !isInKeyNow(column)
        && to.whole(column.id())
            .filter(table -> table.kind() == ObjectKind.TABLE && !getsChildren(table))
            .isPresent()
        && origins.stream().allMatch(this::canWait);
  }

  /** Whether a table gets children that would bring the check along, valid from the first. */
  private boolean getsChildren(SchemaObject table) {
    return to.of(ObjectKind.TABLE).stream()
        .filter(child -> Parts.parents(child, to).contains(table))
        .anyMatch(child -> !from.has(child.id()) || getsChildren(child));
  }

  private boolean comesToRefuseNull(SchemaObject column) {
    return column.is(Property.NOT_NULL)
        && from.find(column.id()).filter(before -> !before.is(Property.NOT_NULL)).isPresent();
  }

  /** Whether a primary key that is made in the main stage needs it. */
  private boolean isInKeyNow(SchemaObject column) {
    return to.whole(column.id()).stream()
        .flatMap(table -> to.parts(table.id(), ObjectKind.CONSTRAINT).stream())
        .filter(key -> main.containsKey(key.id()) && !from.has(key.id()))
        .filter(key -> new Constraint(key).type().equals(Constraint.PRIMARY_KEY))
        .anyMatch(key -> key.list(Property.COLUMNS).contains(column.id().name()));
  }

  /** A table cannot refer to an index that is still to come, and may still refer to the old one. */
  private void mainTables() {
    for (ObjectKind kind : Set.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW)) {
      for (SchemaObject table : to.of(kind)) {
        boolean waits =
            to.parts(table.id()).stream()
                .anyMatch(part -> Parts.refersTo(table, part) && !main.containsKey(part.id()));
        if (waits) {
          main.put(table.id(), asBefore(table));
        }
      }
    }
  }

  private SchemaObject asBefore(SchemaObject table) {
    SchemaObject.Builder now = table.toBuilder();
    for (Property property : List.of(Property.REPLICA_IDENTITY, Property.CLUSTERED_ON)) {
      List<String> before = from.find(table.id()).map(t -> t.list(property)).orElse(List.of());
      boolean known =
          before.stream()
              .allMatch(
                  name ->
                      name.equals("full")
                          || name.equals("nothing")
                          || main.containsKey(table.id().part(ObjectKind.INDEX, name))
                          || main.containsKey(table.id().part(ObjectKind.CONSTRAINT, name)));
      now.set(property, known ? before : List.of());
    }
    return now.build();
  }
}
