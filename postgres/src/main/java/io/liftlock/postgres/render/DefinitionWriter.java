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
            + head(object)
            + " "
            + (object.kind() == ObjectKind.CAST ? definition : "(" + definition + ")"));
  }

  private static String head(SchemaObject object) {
    ObjectId id = object.id();
    return switch (id.kind()) {
      // The operands stand in the definition, and only there.
      case OPERATOR -> "OPERATOR " + Quoted.name(id.container()) + "." + id.name();
      case AGGREGATE ->
          "AGGREGATE "
              + Quoted.name(id.path())
              + "("
              + object.text(Property.ARGUMENTS).orElse("*")
              + ")";
      default -> Address.of(id);
    };
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    return change.properties().contains(Property.DEFINITION)
            || change.properties().contains(Property.ARGUMENTS)
        ? Optional.empty()
        : Optional.of(List.of());
  }
}
