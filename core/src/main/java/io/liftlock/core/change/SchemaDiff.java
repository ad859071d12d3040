package io.liftlock.core.change;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two schemas, object by object, in normal order. That columns stand in
 * another order is not a change but told apart, since no ALTER TABLE of PostgreSQL moves a column.
 *
 * @param from the first schema
 * @param to the second
 * @param changes what makes the second of the first
 * @param reordered relations that have the same columns in another order
 */
public record SchemaDiff(Schema from, Schema to, List<Change> changes, List<ObjectId> reordered) {

  /** Copies the lists. */
  public SchemaDiff {
    changes = List.copyOf(changes);
    reordered = List.copyOf(reordered);
  }

  /** Compares. Nothing is taken for renamed. */
  public static SchemaDiff between(Schema from, Schema to) {
    List<Change> changes = new ArrayList<>();
    // Only where a column came, went or moved can the order of columns be another.
    Set<List<String>> moved = new HashSet<>();
    Iterator<SchemaObject> left = from.objects().values().iterator();
    Iterator<SchemaObject> right = to.objects().values().iterator();
    SchemaObject before = next(left);
    SchemaObject after = next(right);
    while (before != null || after != null) {
      int order = order(before, after);
      SchemaObject one = order > 0 ? null : before;
      SchemaObject other = order < 0 ? null : after;
      if (one == null || other == null || !one.equals(other)) {
        change(one, other).ifPresent(changes::add);
        SchemaObject any = one == null ? other : one;
        if (any != null && any.kind() == ObjectKind.COLUMN) {
          moved.add(any.id().container());
        }
      }
      before = order > 0 ? before : next(left);
      after = order < 0 ? after : next(right);
    }
    return new SchemaDiff(from, to, changes, reordered(from, to, moved));
  }

  private static @Nullable SchemaObject next(Iterator<SchemaObject> objects) {
    return objects.hasNext() ? objects.next() : null;
  }

  /** Which of the two comes first; none comes last. */
  private static int order(@Nullable SchemaObject before, @Nullable SchemaObject after) {
    if (before == null) {
      return 1;
    }
    return after == null ? -1 : before.id().compareTo(after.id());
  }

  private static Optional<Change> change(
      @Nullable SchemaObject before, @Nullable SchemaObject after) {
    if (before == null) {
      return Optional.ofNullable(after).map(Change.Create::new);
    }
    if (after == null) {
      return Optional.of(new Change.Drop(before));
    }
    return differ(before, after) ? Optional.of(new Change.Alter(before, after)) : Optional.empty();
  }

  private static boolean differ(SchemaObject before, SchemaObject after) {
    Set<Property> properties = before.differences(after);
    properties.remove(Property.POSITION);
    return !properties.isEmpty();
  }

  private static List<ObjectId> reordered(Schema from, Schema to, Set<List<String>> moved) {
    List<ObjectId> reordered = new ArrayList<>();
    if (moved.isEmpty()) {
      return reordered;
    }
    for (SchemaObject relation : from.objects().values()) {
      if (relation.kind().isRelation()
          && moved.contains(relation.id().path())
          && to.has(relation.id())) {
        List<String> before = names(from, relation.id());
        List<String> after = names(to, relation.id());
        before.retainAll(after);
        after.retainAll(before);
        if (!before.equals(after)) {
          reordered.add(relation.id());
        }
      }
    }
    return reordered;
  }

  private static List<String> names(Schema schema, ObjectId relation) {
    return new ArrayList<>(
        schema.parts(relation, ObjectKind.COLUMN).stream().map(c -> c.id().name()).toList());
  }

  /** Whether nothing differs, but perhaps the order of columns. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The objects that are only in the first schema. */
  public List<Change.Drop> drops() {
    return only(
        new Change.Some<Change.Drop>() {
          @Override
          public Optional<Change.Drop> drop(Change.Drop change) {
            return Optional.of(change);
          }
        });
  }

  /** The objects that are in both, with different properties. */
  public List<Change.Alter> alters() {
    return only(
        new Change.Some<Change.Alter>() {
          @Override
          public Optional<Change.Alter> alter(Change.Alter change) {
            return Optional.of(change);
          }
        });
  }

  private <C extends Change> List<C> only(Change.Some<C> cases) {
    return changes.stream().flatMap(change -> change.match(cases).stream()).toList();
  }

  /** The way back. */
  public SchemaDiff inverse() {
    return new SchemaDiff(to, from, changes.stream().map(Change::inverse).toList(), reordered);
  }

  /** The change of an object. */
  public Optional<Change> of(ObjectId id) {
    return changes.stream().filter(change -> change.object().equals(id)).findFirst();
  }

  /**
   * The same without some changes, as if the second schema had never asked for them. What cannot be
   * without those stays undone too: an object is not dropped while something that is kept stands on
   * it, and the parts of a kept relation are kept.
   *
   * @param left what is not to be done
   */
  public SchemaDiff without(Set<Change> left) {
    if (left.isEmpty()) {
      return this;
    }
    Set<ObjectId> keptAsIs = new LinkedHashSet<>();
    left.forEach(change -> keep(change.object(), keptAsIs));
    SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(to.objects());
    for (ObjectId id : keptAsIs) {
      SchemaObject before = from.objects().get(id);
      if (before == null) {
        objects.remove(id);
      } else {
        objects.put(id, before);
      }
    }
    return between(from, to.with(objects.values()));
  }

  private void keep(ObjectId id, Set<ObjectId> kept) {
    if (!kept.add(id)) {
      return;
    }
    Map<ObjectId, SchemaObject> before = from.objects();
    SchemaObject object = before.get(id);
    if (object == null) {
      return;
    }
    object.uses().stream()
        .filter(used -> before.containsKey(used) && !to.has(used))
        .forEach(used -> keep(used, kept));
    from.whole(id)
        .map(SchemaObject::id)
        .filter(whole -> !to.has(whole))
        .ifPresent(w -> keep(w, kept));
    if (!to.has(id)) {
      from.parts(id).forEach(part -> keep(part.id(), kept));
    }
  }
}
