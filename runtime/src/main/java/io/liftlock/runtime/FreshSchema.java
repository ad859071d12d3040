package io.liftlock.runtime;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** What a database holds that was just made: nothing, but in PostgreSQL a schema. */
final class FreshSchema {

  private static final ObjectId PUBLIC = ObjectId.of(ObjectKind.SCHEMA, "public");

  /** Before it, everybody could make tables in {@code public}, and its owner was the superuser. */
  private static final int SAFER_PUBLIC = 15;

  private FreshSchema() {}

  /** The schema of a fresh database on a server of the same kind and version. */
  static Schema like(Schema schema) {
    Schema empty = Schema.empty(schema.dialect(), schema.serverVersion());
    return schema.dialect() == Dialect.POSTGRES ? empty.with(List.of(ofPostgres(schema))) : empty;
  }

  private static SchemaObject ofPostgres(Schema schema) {
    SchemaObject.Builder made = SchemaObject.builder(PUBLIC);
    if (major(schema.serverVersion()) >= SAFER_PUBLIC) {
      return made.set(Property.OWNER, "pg_database_owner")
          .set(Property.GRANTS, List.of("+PUBLIC USAGE"))
          .build();
    }
    Optional<String> owner = schema.find(PUBLIC).flatMap(object -> object.text(Property.OWNER));
    return made.set(Property.OWNER, owner.orElse(null))
        .set(Property.GRANTS, List.of("+PUBLIC CREATE", "+PUBLIC USAGE"))
        .build();
  }

  private static int major(String version) {
    String digits = version.replaceFirst("[^0-9].*", "");
    return digits.isEmpty() ? SAFER_PUBLIC : Integer.parseInt(digits);
  }
}
