package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Extensions, without their members. Going to another version takes the extension's own update
 * script; whether there is one, only the server knows.
 */
final class ExtensionWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject object, Passage passage) {
    StringBuilder sql = new StringBuilder("CREATE ").append(Address.of(object.id()));
    object
        .text(Property.SCHEMA)
        .ifPresent(schema -> sql.append(" WITH SCHEMA ").append(Quoted.name(schema)));
    object
        .text(Property.VERSION)
        .ifPresent(version -> sql.append(" VERSION ").append(Quoted.text(version)));
    return List.of(sql.toString());
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    Set<Property> properties = change.properties();
    SchemaObject to = change.to();
    List<String> sql = new ArrayList<>();
    String alter = "ALTER " + Address.of(to.id());
    if (properties.contains(Property.VERSION)) {
      sql.add(alter + " UPDATE TO " + Quoted.text(to.text(Property.VERSION).orElseThrow()));
    }
    if (properties.contains(Property.SCHEMA)) {
      sql.add(alter + " SET SCHEMA " + Quoted.name(to.text(Property.SCHEMA).orElseThrow()));
    }
    return Optional.of(sql);
  }
}
