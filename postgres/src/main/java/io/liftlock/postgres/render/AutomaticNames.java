package io.liftlock.postgres.render;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.nio.charset.StandardCharsets;

/**
 * The names that the server gives to the indexes it makes for partitions by itself, as {@code
 * ChooseIndexName()} of PostgreSQL's {@code indexcmds.c} does. Where a name would have to be cut or
 * an expression be named, the answer is no: then the index is made by a statement of its own.
 */
final class AutomaticNames {

  private static final int LONGEST = 63;

  private AutomaticNames() {}

  /** Whether the index or key of a partition has the name that the server would choose. */
  static boolean has(SchemaObject part, Schema schema) {
    if (part.text(Property.DEFINITION).filter(text -> text.contains(" INCLUDE (")).isPresent()) {
      return false;
    }
    String table = part.id().container().get(part.id().container().size() - 1);
    StringBuilder name = new StringBuilder(table);
    if (part.kind() == ObjectKind.CONSTRAINT
        && new Constraint(part).type().equals(Constraint.PRIMARY_KEY)) {
      name.append("_pkey");
    } else {
      for (String column : part.list(Property.COLUMNS)) {
        if (!isColumn(part, column, schema)) {
          return false;
        }
        name.append('_').append(column);
      }
      name.append(label(part));
    }
    return name.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST
        && name.toString().equals(part.id().name());
  }

  private static String label(SchemaObject part) {
    if (part.kind() == ObjectKind.INDEX) {
      return "_idx";
    }
    return new Constraint(part).type().equals(Constraint.UNIQUE) ? "_key" : "_excl";
  }

  private static boolean isColumn(SchemaObject part, String name, Schema schema) {
    return schema
        .whole(part.id())
        .filter(whole -> schema.has(whole.id().part(ObjectKind.COLUMN, name)))
        .isPresent();
  }
}
