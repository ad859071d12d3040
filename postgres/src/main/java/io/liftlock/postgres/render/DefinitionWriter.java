package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * Kinds that are one definition, which nothing changes in place: aggregates, operators, casts, text
 * search parsers and templates.
 */
final class DefinitionWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    String definition = object.text(Property.DEFINITION).orElseThrow();
    return List.of(
        "CREATE "
            + head(object.id())
            + " "
            + (object.kind() == ObjectKind.CAST ? definition : "(" + definition + ")"));
  }

  /** An operator's operands stand in its definition, and only there. */
  private static String head(ObjectId id) {
    return id.kind() == ObjectKind.OPERATOR
        ? "OPERATOR " + Quoted.name(id.container()) + "." + id.name()
        : Address.of(id);
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    return change.properties().contains(Property.DEFINITION)
        ? Optional.empty()
        : Optional.of(List.of());
  }
}
