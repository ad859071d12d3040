package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which objects cannot stay as they are although both schemas have them: those that no ALTER can
 * change, and, from there, everything that stands on what goes and that the server does not carry
 * along.
 */
final class Replacements {

  private final Passage passage;
  private final Schema from;
  private final Schema to;
  private final Map<ObjectId, List<SchemaObject>> dependents = new HashMap<>();
  private final Map<ObjectId, Change.Alter> alters = new LinkedHashMap<>();
  private final SortedSet<ObjectId> replaced = new TreeSet<>();
  private final SortedSet<ObjectId> loosened = new TreeSet<>();
  private final SortedSet<ObjectId> parked = new TreeSet<>();

  private Replacements(SchemaDiff diff, Passage passage) {
    this.passage = passage;
    this.from = diff.from();
    this.to = diff.to();
    for (SchemaObject object : from.objects().values()) {
      for (ObjectId used : object.uses()) {
        dependents.computeIfAbsent(used, id -> new ArrayList<>()).add(object);
      }
    }
    diff.alters().forEach(alter -> alters.put(alter.object(), alter));
  }

  /**
   * Finds them.
   *
   * @param forced objects that have to be replaced whatever can be altered
   */
  static Replacements of(SchemaDiff diff, Passage passage, Set<ObjectId> forced) {
    Replacements replacements = new Replacements(diff, passage);
    forced.forEach(replacements::replace);
    replacements.alters.values().forEach(replacements::consider);
    diff.drops().forEach(drop -> replacements.gone(drop.object()));
    return replacements;
  }

  /** Objects that are dropped and made again, as the second schema has them. */
  SortedSet<ObjectId> replaced() {
    return replaced;
  }

  /** Columns that stay but have to be without their default for a while. */
  SortedSet<ObjectId> loosened() {
    return loosened;
  }

  /** Columns that stay but hold text for a while, since their type goes and comes again. */
  SortedSet<ObjectId> parked() {
    return parked;
  }

  /** Whether an object is changed where it is. */
  boolean inPlace(ObjectId id) {
    return alters.containsKey(id) && !replaced.contains(id);
  }

  private void consider(Change.Alter change) {
    KindWriter writer = Writers.of(change.to().kind());
    if (writer.alter(change, passage).isEmpty()) {
      replace(change.object());
      return;
    }
    if (change.properties().contains(Property.TYPE)) {
      from.whole(change.object())
          .filter(whole -> Parts.isInPartitionKey(change.object(), whole))
          .ifPresent(whole -> replace(whole.id()));
    }
    for (SchemaObject dependent : dependentsOf(change.object())) {
      if (writer.displaces(change, dependent, passage)
          && !letsGo(dependent.id(), change.object())) {
        displace(dependent, change.from());
      }
    }
    for (Change.Alter move : TypeSwap.moves(change, passage)) {
      for (SchemaObject dependent : dependentsOf(move.object())) {
        if (Writers.of(ObjectKind.COLUMN).displaces(move, dependent, passage)) {
          displace(dependent, move.from());
        }
      }
    }
    for (SchemaObject part : from.parts(change.object())) {
      if (writer.displaces(change, part, passage)) {
        displace(part, change.from());
      }
    }
  }

  /** What stands on something that goes for good and does not let it go by a change of its own. */
  private void gone(ObjectId id) {
    from.find(id)
        .ifPresent(
            object -> {
              for (SchemaObject dependent : dependentsOf(id)) {
                if (!letsGo(dependent.id(), id)) {
                  displace(dependent, object);
                }
              }
              // A relation of another kind may come with parts of the same names.
              for (SchemaObject part : from.parts(id)) {
                replace(part.id());
              }
            });
  }

  private boolean letsGo(ObjectId dependent, ObjectId used) {
    return alters.containsKey(dependent)
        && !isOverloaded(used)
        && to.find(dependent).filter(after -> !after.uses().contains(used)).isPresent();
  }

  /**
   * Whether a routine goes and another of its name comes. Were both there for a while, a call might
   * fit both.
   */
  private boolean isOverloaded(ObjectId id) {
    return Parts.isRoutine(id.kind())
        && to.objects().keySet().stream()
            .anyMatch(
                other ->
                    Parts.isRoutine(other.kind())
                        && other.path().equals(id.path())
                        && !from.has(other));
  }

  private List<SchemaObject> dependentsOf(ObjectId id) {
    return dependents.getOrDefault(id, List.of());
  }

  private void displace(SchemaObject object, SchemaObject used) {
    ObjectId id = object.id();
    if (!to.has(id) || replaced.contains(id)) {
      return;
    }
    if (object.kind() == ObjectKind.SEQUENCE && Parts.owns(used.id(), object)) {
      return;
    }
    if (object.kind() == ObjectKind.COLUMN) {
      SchemaObject whole = from.whole(id).orElseThrow();
      if (whole.kind() == ObjectKind.VIEW || whole.kind() == ObjectKind.MATERIALIZED_VIEW) {
        replace(whole.id());
        return;
      }
      if (Parts.byDefault(used.kind()) && object.text(Property.GENERATED).isEmpty()) {
        loosened.add(id);
        return;
      }
      if (isType(used.kind())
          && !TypeSwap.isOf(object, used.id())
          && object.text(Property.GENERATED).isEmpty()) {
        loosened.add(id);
        return;
      }
      if (isType(used.kind())
          && whole.kind() == ObjectKind.TABLE
          && object.text(Property.GENERATED).isEmpty()
          && !Parts.isInPartitionKey(id, whole)) {
        park(object);
        return;
      }
    }
    replace(id);
  }

  private static boolean isType(ObjectKind kind) {
    return switch (kind) {
      case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> true;
      default -> false;
    };
  }

  /** An inherited column moves with that of its parent. */
  private void park(SchemaObject column) {
    boolean follows =
        Parts.origins(column, from).stream()
            .anyMatch(origin -> to.has(origin.id()) && !replaced.contains(origin.id()));
    if (follows) {
      loosened.add(column.id());
    } else if (parked.add(column.id())) {
      Change.Alter change =
          new Change.Alter(column, column.toBuilder().set(Property.TYPE, "text").build());
      for (SchemaObject dependent : dependentsOf(column.id())) {
        if (Writers.of(ObjectKind.COLUMN).displaces(change, dependent, passage)) {
          displace(dependent, column);
        }
      }
    }
  }

  private void replace(ObjectId id) {
    if (!from.has(id) || !to.has(id) || !replaced.add(id)) {
      return;
    }
    SchemaObject object = from.find(id).orElseThrow();
    for (SchemaObject dependent : dependentsOf(id)) {
      displace(dependent, object);
    }
    if (id.kind() == ObjectKind.COLUMN) {
      from.whole(id)
          .filter(whole -> Parts.isInPartitionKey(id, whole))
          .ifPresent(whole -> replace(whole.id()));
    }
    // A part goes with its whole, and so does what stands on the part.
    for (SchemaObject part : from.parts(id)) {
      if (to.has(part.id())) {
        replace(part.id());
      } else {
        gone(part.id());
      }
    }
  }
}
