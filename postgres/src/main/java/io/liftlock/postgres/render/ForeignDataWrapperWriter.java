package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Foreign data wrappers. */
final class ForeignDataWrapperWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    return List.of(
        "CREATE "
            + Address.of(object.id())
            + object.text(Property.HANDLER).map(handler -> " HANDLER " + handler).orElse("")
            + object.text(Property.VALIDATOR).map(check -> " VALIDATOR " + check).orElse("")
            + ForeignOptions.create(object.list(Property.OPTIONS)));
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    Set<Property> properties = change.properties();
    SchemaObject to = change.to();
    StringBuilder sql = new StringBuilder();
    if (properties.contains(Property.HANDLER)) {
      sql.append(to.text(Property.HANDLER).map(h -> " HANDLER " + h).orElse(" NO HANDLER"));
    }
    if (properties.contains(Property.VALIDATOR)) {
      sql.append(to.text(Property.VALIDATOR).map(v -> " VALIDATOR " + v).orElse(" NO VALIDATOR"));
    }
    sql.append(
        ForeignOptions.alter(change.from().list(Property.OPTIONS), to.list(Property.OPTIONS)));
    return Optional.of(sql.isEmpty() ? List.of() : List.of("ALTER " + Address.of(to.id()) + sql));
  }
}
