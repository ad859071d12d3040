package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import java.util.List;

/** Reads views and materialized views. */
final class ViewReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    return List.of(
        """
        SELECT c.oid, n.nspname, c.relname, c.relkind, r.oid, r.typarray, w.oid,
               m.amname, s.spcname, c.reloptions, pg_catalog.pg_get_viewdef(c.oid)
          FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          LEFT JOIN pg_catalog.pg_type r ON r.oid = c.reltype
          LEFT JOIN pg_catalog.pg_rewrite w ON w.ev_class = c.oid AND w.rulename = '_RETURN'
          LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam AND m.amname <> 'heap'
          LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
         WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't' AND %s AND %s\
        """
            .formatted(Scope.people("n"), Scope.noMember("pg_class", "c.oid")));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      String definition = rows.text(row, 10);
      if (definition == null) {
        // It was dropped while we read: the server looks definitions up as they are now.
        continue;
      }
      ObjectKind kind =
          rows.required(row, 3).equals("v") ? ObjectKind.VIEW : ObjectKind.MATERIALIZED_VIEW;
      ObjectId id = ObjectId.of(kind, rows.required(row, 1), rows.required(row, 2));
      RowType.alias(rows, row, 4, inventory, id);
      inventory.alias("pg_rewrite", rows.number(row, 6), 0, id);
      inventory
          .add("pg_class", rows.number(row, 0), 0, id)
          .set(Property.ACCESS_METHOD, rows.text(row, 7))
          .set(Property.TABLESPACE, rows.text(row, 8))
          .set(Property.OPTIONS, rows.sorted(row, 9))
          .set(Property.DEFINITION, query(definition));
    }
  }

  /** The server puts a blank before a query and a semicolon behind it. */
  private static String query(String printed) {
    String text = printed.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }
}
