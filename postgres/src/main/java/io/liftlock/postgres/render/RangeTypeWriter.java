package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Range types, which nothing but their owner can be changed of. */
final class RangeTypeWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject type, Passage passage) {
    return List.of(
        "CREATE "
            + Address.of(type.id())
            + " AS RANGE ("
            + type.text(Property.DEFINITION).orElseThrow()
            + ")");
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    if (!becomesAnother(change)) {
      return Optional.of(List.of());
    }
    // Its constructors keep their names when it is renamed, so it cannot step aside.
    return Optional.of(TypeSwap.throughText(change, create(change.to(), passage), passage));
  }

  private static boolean becomesAnother(Change.Alter change) {
    Set<Property> differences = change.properties();
    return differences.contains(Property.DEFINITION) || differences.contains(Property.SUBTYPE);
  }

  @Override
  public boolean remakes(Change.Alter change, Passage passage) {
    return becomesAnother(change);
  }

  @Override
  public boolean displaces(Change.Alter change, SchemaObject dependent, Passage passage) {
    return becomesAnother(change) && TypeSwap.displaces(change.object(), dependent, passage);
  }
}
