package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Foreign tables. Their columns and checks are written as those of tables are. */
final class ForeignTableWriter implements KindWriter {

  @Override
  public List<String> create(SchemaObject table, Passage passage) {
    return create(table, List.of(), passage);
  }

  @Override
  public List<String> create(SchemaObject table, List<SchemaObject> parts, Passage passage) {
    StringBuilder sql = new StringBuilder("CREATE ").append(Address.of(table.id()));
    Optional<String> parent = table.text(Property.PARTITION_OF);
    parent.ifPresent(name -> sql.append(" PARTITION OF ").append(name));
    List<String> lines = new ArrayList<>();
    for (ObjectKind kind : List.of(ObjectKind.COLUMN, ObjectKind.CONSTRAINT)) {
      for (SchemaObject part : parts) {
        if (part.kind() == kind && !part.is(Property.INHERITED)) {
          lines.add(
              kind == ObjectKind.COLUMN
                  ? ColumnWriter.clause(part)
                  : ConstraintWriter.clause(part));
        }
      }
    }
    if (!lines.isEmpty()) {
      sql.append(" (\n  ").append(String.join(",\n  ", lines)).append("\n)");
    } else if (parent.isEmpty()) {
      sql.append(" ()");
    }
    if (!table.list(Property.INHERITS).isEmpty()) {
      sql.append(" INHERITS (")
          .append(String.join(", ", table.list(Property.INHERITS)))
          .append(')');
    }
    if (parent.isPresent()) {
      sql.append(' ').append(table.text(Property.PARTITION_BOUND).orElse("DEFAULT"));
    }
    sql.append(" SERVER ").append(Quoted.name(table.text(Property.SERVER).orElseThrow()));
    sql.append(ForeignOptions.create(table.list(Property.OPTIONS)));
    return List.of(sql.toString());
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    SchemaObject from = change.from();
    SchemaObject to = change.to();
    Set<Property> differences = change.properties();
    if (differences.contains(Property.SERVER)) {
      return Optional.empty();
    }
    List<String> sql = new ArrayList<>();
    String alter = "ALTER " + Address.of(to.id());
    if (differences.contains(Property.PARTITION_OF)
        || differences.contains(Property.PARTITION_BOUND)) {
      from.text(Property.PARTITION_OF)
          .filter(parent -> Parts.relation(parent, passage.to()).isPresent())
          .ifPresent(
              parent ->
                  sql.add("ALTER TABLE " + parent + " DETACH PARTITION " + Address.name(to.id())));
      to.text(Property.PARTITION_OF)
          .ifPresent(
              parent ->
                  sql.add(
                      "ALTER TABLE "
                          + parent
                          + " ATTACH PARTITION "
                          + Address.name(to.id())
                          + " "
                          + to.text(Property.PARTITION_BOUND).orElse("DEFAULT")));
    }
    for (String parent : from.list(Property.INHERITS)) {
      if (!to.list(Property.INHERITS).contains(parent)) {
        sql.add(alter + " NO INHERIT " + parent);
      }
    }
    for (String parent : to.list(Property.INHERITS)) {
      if (!from.list(Property.INHERITS).contains(parent)) {
        sql.add(alter + " INHERIT " + parent);
      }
    }
    String options = ForeignOptions.alter(from.list(Property.OPTIONS), to.list(Property.OPTIONS));
    if (!options.isEmpty()) {
      sql.add(alter + options);
    }
    return Optional.of(sql);
  }
}
