package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import java.util.List;

/** Reads the schemas. */
final class SchemaReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    return List.of(
        """
        SELECT n.oid, n.nspname
          FROM pg_catalog.pg_namespace n
         WHERE %s\
        """
            .formatted(Scope.people("n")));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      long oid = rows.number(row, 0);
      if (!inventory.isMember("pg_namespace", oid)) {
        inventory.add(
            "pg_namespace", oid, 0, ObjectId.of(ObjectKind.SCHEMA, rows.required(row, 1)));
      }
    }
  }
}
