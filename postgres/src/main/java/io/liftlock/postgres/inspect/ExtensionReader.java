package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;

/** Reads the extensions that people installed; their comment only where it is not their own. */
final class ExtensionReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    return List.of(
        """
        SELECT e.oid, e.extname, e.extversion, n.nspname,
               d.description
          FROM pg_catalog.pg_extension e
          JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
          LEFT JOIN pg_catalog.pg_description d
            ON d.classoid = 'pg_catalog.pg_extension'::pg_catalog.regclass
           AND d.objoid = e.oid AND d.objsubid = 0
           AND d.description NOT IN (SELECT a.comment
                                       FROM pg_catalog.pg_available_extensions() a
                                      WHERE a.name = e.extname AND a.comment IS NOT NULL)
         WHERE e.oid >= %d
        """
            .formatted(Conditions.FIRST_OID));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      inventory
          .add(
              "pg_extension",
              rows.number(row, 0),
              0,
              ObjectId.of(ObjectKind.EXTENSION, rows.required(row, 1)))
          .set(Property.VERSION, rows.text(row, 2))
          .set(Property.SCHEMA, rows.text(row, 3))
          .set(Property.COMMENT, rows.text(row, 4));
    }
  }
}
