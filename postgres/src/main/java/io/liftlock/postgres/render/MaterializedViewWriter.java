package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Materialized views, which are filled when they are made. */
final class MaterializedViewWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject view, Passage passage) {
    StringBuilder sql = new StringBuilder("CREATE ").append(Address.of(view.id()));
    view.text(Property.ACCESS_METHOD)
        .ifPresent(method -> sql.append(" USING ").append(Quoted.name(method)));
    if (!view.list(Property.OPTIONS).isEmpty()) {
      sql.append(" WITH ").append(Options.list(view.list(Property.OPTIONS)));
    }
    view.text(Property.TABLESPACE)
        .ifPresent(space -> sql.append(" TABLESPACE ").append(Quoted.name(space)));
    sql.append(" AS\n").append(view.text(Property.DEFINITION).orElseThrow());
    return List.of(sql.toString());
  }

  @Override
  public List<String> complete(SchemaObject view, Passage passage) {
    return view.text(Property.CLUSTERED_ON)
        .map(
            index ->
                List.of("ALTER " + Address.of(view.id()) + " CLUSTER ON " + Quoted.name(index)))
        .orElse(List.of());
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    SchemaObject from = change.from();
    SchemaObject to = change.to();
    Set<Property> differences = change.properties();
    if (differences.contains(Property.DEFINITION)
        || (differences.contains(Property.ACCESS_METHOD) && !passage.since(15))) {
      return Optional.empty();
    }
    String alter = "ALTER " + Address.of(to.id());
    List<String> sql = new ArrayList<>();
    if (differences.contains(Property.ACCESS_METHOD)) {
      sql.add(
          alter
              + " SET ACCESS METHOD "
              + Quoted.name(to.text(Property.ACCESS_METHOD).orElse("heap")));
    }
    if (differences.contains(Property.TABLESPACE)) {
      sql.add(
          alter
              + " SET TABLESPACE "
              + Quoted.name(to.text(Property.TABLESPACE).orElse("pg_default")));
    }
    Options.change(from.list(Property.OPTIONS), to.list(Property.OPTIONS))
        .forEach(options -> sql.add(alter + " " + options));
    if (differences.contains(Property.CLUSTERED_ON)) {
      sql.add(
          alter
              + to.text(Property.CLUSTERED_ON)
                  .map(index -> " CLUSTER ON " + Quoted.name(index))
                  .orElse(" SET WITHOUT CLUSTER"));
    }
    return Optional.of(sql);
  }
}
