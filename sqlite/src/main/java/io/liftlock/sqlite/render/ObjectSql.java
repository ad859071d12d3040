package io.liftlock.sqlite.render;

import io.liftlock.core.error.Bug;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.sqlite.sql.CreateView;
import io.liftlock.sqlite.sql.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes what makes and drops whole objects other than tables. */
final class ObjectSql {

  private ObjectSql() {}

  static String drop(ObjectId id) {
    String what =
        switch (id.kind()) {
          case TABLE, VIRTUAL_TABLE -> "TABLE";
          case VIEW -> "VIEW";
          case INDEX -> "INDEX";
          case TRIGGER -> "TRIGGER";
          default -> throw new Bug("a " + id.kind().word() + " is not dropped by itself");
        };
    return "DROP " + what + " " + Quoted.name(id.name());
  }

  static String create(Schema schema, SchemaObject object) {
    String definition = object.text(Property.DEFINITION).orElse("");
    return object.kind() == ObjectKind.VIEW ? view(schema, object, definition) : definition;
  }

  private static String view(Schema schema, SchemaObject view, String query) {
    List<String> columns =
        schema.parts(view.id(), ObjectKind.COLUMN).stream()
            .map(column -> column.id().name())
            .toList();
    Set<String> ofTables = new HashSet<>();
    for (ObjectId used : view.uses()) {
      if (used.kind() == ObjectKind.COLUMN) {
        ofTables.add(used.name());
      }
    }
    return "CREATE VIEW "
        + Quoted.name(view.id().name())
        + (CreateView.names(query, columns, ofTables) ? "" : " (" + Quoted.names(columns) + ")")
        + " AS\n"
        + query;
  }
}
