package io.liftlock.sqlite.render;

import io.liftlock.core.error.Bug;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.sqlite.sql.Quoted;
import java.util.List;

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

  static String create(SchemaObject object) {
    String definition = object.text(Property.DEFINITION).orElse("");
    if (object.kind() != ObjectKind.VIEW) {
      return definition;
    }
    List<String> columns = object.list(Property.COLUMNS);
    return "CREATE VIEW "
        + Quoted.name(object.id().name())
        + (columns.isEmpty() ? "" : " (" + Quoted.names(columns) + ")")
        + " AS\n"
        + definition;
  }
}
