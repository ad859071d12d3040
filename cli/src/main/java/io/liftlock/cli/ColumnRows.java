package io.liftlock.cli;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a relation as rows: name, type, null, default, keys, and what else is said. */
final class ColumnRows {

  private static final Set<Property> TOLD =
      EnumSet.of(
          Property.POSITION,
          Property.TYPE,
          Property.NOT_NULL,
          Property.DEFAULT,
          Property.GENERATED,
          Property.GENERATED_KIND,
          Property.IDENTITY,
          Property.IDENTITY_OPTIONS);

  private ColumnRows() {}

  /** A table with a row for each column, in order. */
  static Table of(Schema schema, SchemaObject relation) {
    Table table = new Table("column", "type", "null", "default", "key", "");
    List<Constraint> constraints =
        schema.parts(relation.id(), ObjectKind.CONSTRAINT).stream().map(Constraint::new).toList();
    for (SchemaObject column : schema.parts(relation.id(), ObjectKind.COLUMN)) {
      table.row(
          ObjectText.name(column.id()),
          column.text(Property.TYPE).orElse(""),
          column.is(Property.NOT_NULL) ? "not null" : "",
          defaultValue(column),
          keys(column.id().name(), constraints),
          more(column));
    }
    return table;
  }

  /** The default, or how the server makes the value. */
  static String defaultValue(SchemaObject column) {
    return column
        .text(Property.GENERATED)
        .map(
            expression ->
                "generated (%s) %s"
                    .formatted(expression, column.text(Property.GENERATED_KIND).orElse("")))
        .or(
            () ->
                column
                    .text(Property.IDENTITY)
                    .map(
                        identity ->
                            "identity "
                                + identity
                                + column
                                    .text(Property.IDENTITY_OPTIONS)
                                    .map(options -> " (" + options + ")")
                                    .orElse("")))
        .or(() -> column.text(Property.DEFAULT))
        .map(ColumnRows::oneLine)
        .orElse("");
  }

  private static String keys(String column, List<Constraint> constraints) {
    List<String> keys = new ArrayList<>();
    for (Constraint constraint : constraints) {
      int at = constraint.columns().indexOf(column);
      if (at >= 0) {
        switch (constraint.type()) {
          case Constraint.PRIMARY_KEY -> keys.add(0, "PK");
          case Constraint.UNIQUE -> keys.add("UQ");
          case Constraint.FOREIGN_KEY -> keys.add("FK -> " + target(constraint, at));
          default -> {}
        }
      }
    }
    return String.join(", ", keys);
  }

  private static String target(Constraint key, int at) {
    List<String> referenced = key.referencedColumns();
    return key.references().orElse("")
        + (at < referenced.size() ? "(" + referenced.get(at) + ")" : "");
  }

  private static String more(SchemaObject column) {
    List<String> more = new ArrayList<>();
    for (Map.Entry<Property, List<String>> entry : column.properties().entrySet()) {
      if (!TOLD.contains(entry.getKey())) {
        String values = String.join(", ", entry.getValue());
        more.add(entry.getKey().word() + (values.equals("true") ? "" : " " + oneLine(values)));
      }
    }
    return String.join("; ", more);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\n\\s*", " ");
  }
}
