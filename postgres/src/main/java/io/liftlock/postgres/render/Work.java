package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.SchemaObject;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What has to be done, in no order yet.
 *
 * @param dropped what goes, as it is now; what is replaced is here and in {@code created}
 * @param created what comes, as it shall be
 * @param altered what is changed where it is
 * @param loosened columns that are without their default for a while
 * @param parked columns that hold text for a while
 */
record Work(
    SortedMap<ObjectId, SchemaObject> dropped,
    SortedMap<ObjectId, SchemaObject> created,
    SortedMap<ObjectId, Change.Alter> altered,
    SortedSet<ObjectId> loosened,
    SortedSet<ObjectId> parked) {

  /**
   * Works it out.
   *
   * @param forced objects that have to be replaced even where they could be altered
   */
  static Work of(SchemaDiff diff, Passage passage, Set<ObjectId> forced) {
    Replacements replacements = Replacements.of(diff, passage, forced);
    SortedMap<ObjectId, SchemaObject> dropped = new TreeMap<>();
    SortedMap<ObjectId, SchemaObject> created = new TreeMap<>();
    SortedMap<ObjectId, Change.Alter> altered = new TreeMap<>();
    for (ObjectId id : replacements.replaced()) {
      diff.from().find(id).ifPresent(object -> dropped.put(id, object));
      diff.to().find(id).ifPresent(object -> created.put(id, object));
    }
    for (Change change : diff.changes()) {
      change.match(
          new Change.Cases<Void>() {
            @Override
            public Void create(Change.Create create) {
              created.put(create.object(), create.created());
              return null;
            }

            @Override
            public Void drop(Change.Drop drop) {
              dropped.put(drop.object(), drop.dropped());
              return null;
            }

            @Override
            public Void alter(Change.Alter alter) {
              if (replacements.inPlace(alter.object())) {
                altered.put(alter.object(), alter);
              }
              return null;
            }

            @Override
            public Void rename(Change.Rename rename) {
              throw new IllegalArgumentException("a rename is no difference: " + rename);
            }
          });
    }
    return new Work(dropped, created, altered, replacements.loosened(), replacements.parked());
  }

  boolean replaces(ObjectId id) {
    return dropped.containsKey(id) && created.containsKey(id);
  }
}
