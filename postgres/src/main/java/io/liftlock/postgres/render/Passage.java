package io.liftlock.postgres.render;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The way from one schema to another, as the writers see it.
 *
 * @param from what is there
 * @param to what shall be
 * @param mode how much care the application needs meanwhile
 * @param parents the tables that others inherit from or are partitions of, by their qualified names
 */
record Passage(Schema from, Schema to, Renderer.Mode mode, Set<String> parents) {

  Passage(Schema from, Schema to, Renderer.Mode mode) {
    this(from, to, mode, parentsIn(from, to));
  }

  private static Set<String> parentsIn(Schema from, Schema to) {
    Set<String> parents = new HashSet<>();
    for (Schema schema : new Schema[] {from, to}) {
      for (ObjectKind kind : new ObjectKind[] {ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE}) {
        for (SchemaObject table : schema.of(kind)) {
          parents.addAll(table.list(Property.INHERITS));
          table.text(Property.PARTITION_OF).ifPresent(parents::add);
        }
      }
    }
    return parents;
  }

  /** The relation or domain that a part is in, as it shall be, or as it is. */
  Optional<SchemaObject> whole(ObjectId part) {
    return to.whole(part).or(() -> from.whole(part));
  }

  /** The major version of the server that will run the SQL. */
  int major() {
    String version = to.serverVersion();
    int end = 0;
    while (end < version.length() && Character.isDigit(version.charAt(end))) {
      end++;
    }
    return Integer.parseInt(version.substring(0, end));
  }

  /** Whether that server is of this major version or a newer one. */
  boolean since(int version) {
    return major() >= version;
  }

  /** Whether indexes are built while the application writes. */
  boolean online() {
    return mode == Renderer.Mode.ONLINE;
  }
}
