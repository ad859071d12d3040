package io.liftlock.engine.deploy;

import io.liftlock.core.database.Role;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.engine.transfer.translate.LeftOut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What another server is to look like that gets a schema of its own kind. What it has stays; what
 * belongs to the source's server is left out.
 *
 * @param schema all that is to be there
 * @param leftOut what is not, and why
 */
record SchemaCopy(Schema schema, List<LeftOut> leftOut) {

  /**
   * Says it.
   *
   * @param source what is wanted
   * @param there what the target has
   * @param roles those of the target
   */
  static SchemaCopy of(Schema source, Schema there, List<Role> roles) {
    List<LeftOut> leftOut = new ArrayList<>();
    RoleFit fit = new RoleFit(roles, leftOut);
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : source.objects().values()) {
      Optional<SchemaObject> standing = there.find(object.id());
      if (standing.isEmpty()) {
        fit.fit(portable(object, leftOut)).ifPresent(objects::add);
      } else if (object.kind() == ObjectKind.SCHEMA) {
        objects.add(granted(standing.get(), fit.fit(object).orElse(object)));
      }
    }
    return new SchemaCopy(both(there, objects), List.copyOf(leftOut));
  }

  /** A schema with more objects; of one that it has, the new one counts. */
  static Schema both(Schema there, Collection<SchemaObject> more) {
    Map<ObjectId, SchemaObject> objects = new TreeMap<>(there.objects());
    more.forEach(object -> objects.put(object.id(), object));
    return there.with(objects.values());
  }

  /** Without what only the source's server has. */
  private static SchemaObject portable(SchemaObject object, List<LeftOut> leftOut) {
    SchemaObject.Builder builder = object.toBuilder();
    if (object.kind() == ObjectKind.EXTENSION) {
      // Which versions there are, the other server knows.
      builder.set(Property.VERSION, (String) null);
    }
    object
        .text(Property.TABLESPACE)
        .ifPresent(
            tablespace -> {
              leftOut.add(
                  new LeftOut(object.id(), "tablespace", "it belongs to the source's machine"));
              builder.set(Property.TABLESPACE, (String) null);
            });
    return builder.build();
  }

  /** A schema that both have, with what the source grants on it. */
  private static SchemaObject granted(SchemaObject standing, SchemaObject wanted) {
    TreeSet<String> grants = new TreeSet<>(standing.list(Property.GRANTS));
    wanted.list(Property.GRANTS).stream()
        .filter(grant -> grant.startsWith("+"))
        .forEach(grants::add);
    return standing.toBuilder().set(Property.GRANTS, List.copyOf(grants)).build();
  }
}
