package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.Property;
import java.util.List;

/** Reads the comments of everything that was read. Extensions tell of theirs themselves. */
final class CommentReader implements CatalogReader {

  /** What initdb and CREATE DATABASE say of the schema public by themselves. */
  private static final String OF_PUBLIC = "standard public schema";

  @Override
  public List<String> queries(Scope scope) {
    return List.of(
        """
        SELECT k.relname, d.objoid, d.objsubid, d.description
          FROM pg_catalog.pg_description d
          JOIN pg_catalog.pg_class k ON k.oid = d.classoid
         WHERE d.classoid <> 'pg_catalog.pg_extension'::pg_catalog.regclass
           AND (d.objoid >= %d OR k.relname = 'pg_namespace' AND d.description <> %s)\
        """
            .formatted(Conditions.FIRST_OID, "'" + OF_PUBLIC + "'"));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      String comment = rows.required(row, 3);
      inventory
          .own(rows.required(row, 0), rows.number(row, 1), (int) rows.number(row, 2))
          .ifPresent(object -> object.set(Property.COMMENT, comment));
    }
  }
}
