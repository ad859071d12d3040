package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Functions and procedures. */
final class RoutineWriter implements KindWriter {

  private static final String OR_REPLACE = "CREATE OR REPLACE ";

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    // Without OR REPLACE, so that a routine nobody told us of is not overwritten.
    return List.of("CREATE " + definition(object).substring(OR_REPLACE.length()));
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    SchemaObject from = change.from();
    SchemaObject to = change.to();
    if (definition(from).equals(definition(to))) {
      return Optional.of(List.of());
    }
    boolean keepsIdentity =
        from.list(Property.RETURNS).equals(to.list(Property.RETURNS))
            && Arguments.of(from).canBecome(Arguments.of(to));
    return keepsIdentity ? Optional.of(List.of(definition(to))) : Optional.empty();
  }

  private static String definition(SchemaObject routine) {
    return routine.text(Property.DEFINITION).orElseThrow().stripTrailing();
  }
}
