package io.liftlock.runtime;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a hosting platform brings along, as the prelude tells: its objects, and in a live database
 * everything else in the schemas that it made, since a platform has more there than a prelude
 * makes.
 */
final class PlatformObjects {

  private static final String EVERYBODYS = "public";

  private final Schema prelude;
  private final Set<String> schemas;

  /**
   * @param prelude what the prelude made in an empty database
   */
  PlatformObjects(Schema prelude) {
    this.prelude = prelude;
    this.schemas =
        prelude.of(ObjectKind.SCHEMA).stream()
            .map(schema -> schema.id().name())
            .filter(name -> !name.equals(EVERYBODYS))
            .collect(Collectors.toSet());
  }

  /**
   * A live schema without them.
   *
   * @param built what it is compared with, without them already; what is in it stays
   */
  Schema without(Schema live, Schema built) {
    return live.with(
        live.objects().values().stream()
            .filter(object -> built.has(object.id()) || !isPlatforms(object))
            .toList());
  }

  private boolean isPlatforms(SchemaObject object) {
    ObjectId id = object.id();
    if (prelude.has(id)) {
      return true;
    }
    return switch (id.kind()) {
      case EXTENSION -> object.text(Property.SCHEMA).filter(schemas::contains).isPresent();
      case EVENT_TRIGGER ->
          object
              .text(Property.FUNCTION)
              .filter(function -> schemas.stream().anyMatch(s -> function.startsWith(s + ".")))
              .isPresent();
      default -> !id.path().isEmpty() && schemas.contains(id.path().get(0));
    };
  }
}
