package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Schemas: a name, and what every object has. */
final class SchemaWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    return List.of("CREATE " + Address.of(object.id()));
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    return Optional.of(List.of());
  }
}
