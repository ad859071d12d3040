package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Foreign servers. */
final class ForeignServerWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    return List.of(
        "CREATE "
            + Address.of(object.id())
            + object.text(Property.TYPE).map(type -> " TYPE " + Quoted.text(type)).orElse("")
            + object.text(Property.VERSION).map(v -> " VERSION " + Quoted.text(v)).orElse("")
            + " FOREIGN DATA WRAPPER "
            + Quoted.name(object.text(Property.WRAPPER).orElseThrow())
            + ForeignOptions.create(object.list(Property.OPTIONS)));
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    Set<Property> properties = change.properties();
    SchemaObject to = change.to();
    if (properties.contains(Property.TYPE) || properties.contains(Property.WRAPPER)) {
      return Optional.empty();
    }
    StringBuilder sql = new StringBuilder();
    if (properties.contains(Property.VERSION)) {
      sql.append(" VERSION ").append(to.text(Property.VERSION).map(Quoted::text).orElse("NULL"));
    }
    sql.append(
        ForeignOptions.alter(change.from().list(Property.OPTIONS), to.list(Property.OPTIONS)));
    return Optional.of(sql.isEmpty() ? List.of() : List.of("ALTER " + Address.of(to.id()) + sql));
  }
}
