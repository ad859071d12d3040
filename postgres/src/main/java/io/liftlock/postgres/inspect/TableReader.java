package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tables, partitioned tables and foreign tables. */
final class TableReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    // A TOAST table's options are set through its table, under another name.
    return List.of(
        """
        SELECT c.oid, n.nspname, c.relname, c.relkind, r.oid, r.typarray, c.relpersistence,
               m.amname, s.spcname,
               CASE WHEN t.oid IS NULL THEN c.reloptions
                    ELSE c.reloptions
                         || ARRAY(SELECT 'toast.' || o FROM pg_catalog.unnest(t.reloptions) o) END,
               c.relreplident, c.relrowsecurity, c.relforcerowsecurity,
               CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END,
               CASE WHEN c.relispartition
                    THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END,
               CASE WHEN c.reloftype <> 0
                    THEN pg_catalog.format_type(c.reloftype, NULL) END,
               v.srvname,
               CASE WHEN f.ftoptions IS NOT NULL
                    THEN ARRAY(SELECT pg_catalog.quote_ident(o.option_name) || ' '
                                      || pg_catalog.quote_literal(o.option_value)
                                 FROM pg_catalog.pg_options_to_table(f.ftoptions) o) END
          FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          LEFT JOIN pg_catalog.pg_type r ON r.oid = c.reltype
          LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam AND m.amname <> 'heap'
          LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
          LEFT JOIN pg_catalog.pg_class t
            ON t.oid = c.reltoastrelid AND t.reloptions IS NOT NULL
          LEFT JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid
          LEFT JOIN pg_catalog.pg_foreign_server v ON v.oid = f.ftserver
         WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND %s\
        """
            .formatted(Scope.people("n")));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      long oid = rows.number(row, 0);
      String schema = rows.required(row, 1);
      String name = rows.required(row, 2);
      if (inventory.scope().isHistory(schema, name)) {
        inventory.ours("pg_class", oid);
      } else if (!inventory.isMember("pg_class", oid)) {
        add(rows, row, inventory, oid, schema, name);
      }
    }
  }

  private static void add(
      Rows rows, int row, Inventory inventory, long oid, String schema, String name) {
    boolean foreign = rows.required(row, 3).equals("f");
    ObjectId id = ObjectId.of(foreign ? ObjectKind.FOREIGN_TABLE : ObjectKind.TABLE, schema, name);
    SchemaObject.Builder table = inventory.add("pg_class", oid, 0, id);
    RowType.alias(rows, row, 4, inventory, id);
    table
        .set(Property.PERSISTENCE, rows.required(row, 6).equals("u") ? "unlogged" : null)
        .set(Property.ACCESS_METHOD, rows.text(row, 7))
        .set(Property.TABLESPACE, rows.text(row, 8))
        .set(Property.OPTIONS, rows.sorted(row, foreign ? 17 : 9))
        .set(Property.REPLICA_IDENTITY, replicaIdentity(rows.required(row, 10)))
        .flag(Property.ROW_SECURITY, rows.isTrue(row, 11))
        .flag(Property.FORCE_ROW_SECURITY, rows.isTrue(row, 12))
        .set(Property.PARTITION_KEY, rows.text(row, 13))
        .set(Property.PARTITION_BOUND, rows.text(row, 14))
        .set(Property.OF_TYPE, rows.text(row, 15))
        .set(Property.SERVER, rows.text(row, 16));
  }

  /** An index as identity is told by the index itself. */
  private static @Nullable String replicaIdentity(String letter) {
    return switch (letter) {
      case "f" -> "full";
      case "n" -> "nothing";
      default -> null;
    };
  }
}
