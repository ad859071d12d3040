package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** Reads the indexes that no constraint stands for, and what any index says of its table. */
final class IndexReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    // A hashed set, since the planner takes an anti-join for one row and then loops over the rest.
    return List.of(
        """
        SELECT i.indexrelid, i.indrelid, c.relname, i.indisunique, m.amname,
               i.indkey, i.indnkeyatts,
               CASE WHEN i.indexprs IS NOT NULL
                    THEN ARRAY(SELECT pg_catalog.pg_get_indexdef(i.indexrelid, k, false)
                                 FROM pg_catalog.generate_series(1, i.indnkeyatts) k
                                ORDER BY k) END,
               pg_catalog.pg_get_expr(i.indpred, i.indrelid),
               NOT i.indisvalid,
               pg_catalog.pg_get_indexdef(i.indexrelid), s.spcname
          FROM pg_catalog.pg_index i
          JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_catalog.pg_am m ON m.oid = c.relam
          LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
         WHERE i.indexrelid NOT IN (SELECT k.conindid FROM pg_catalog.pg_constraint k
                                     WHERE k.contype IN ('p', 'u', 'x'))
           AND %s AND %s\
        """
            .formatted(Scope.people("n"), Scope.noMember("pg_class", "i.indrelid")),
        """
        SELECT i.inhrelid, i.inhparent
          FROM pg_catalog.pg_inherits i
          JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
         WHERE c.relkind IN ('i', 'I')\
        """,
        """
        SELECT i.indrelid, c.relname, i.indisreplident, i.indisclustered
          FROM pg_catalog.pg_index i
          JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
         WHERE i.indisreplident OR i.indisclustered\
        """,
        """
        SELECT a.attrelid, a.attnum
          FROM pg_catalog.pg_attribute a
          JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
         WHERE c.relkind IN ('i', 'I') AND a.attstattarget >= 0\
        """);
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      ObjectId table = inventory.at("pg_class", rows.number(row, 1), 0).orElse(null);
      if (table != null && rows.text(row, 10) != null) {
        ObjectId id = table.part(ObjectKind.INDEX, rows.required(row, 2));
        describe(rows, row, inventory, inventory.add("pg_class", rows.number(row, 0), 0, id));
      }
    }
    attach(answers.get(1), inventory);
    mark(answers.get(2), inventory);
    Rows targets = answers.get(3);
    for (int row = 0; row < targets.size(); row++) {
      ObjectId index = inventory.at("pg_class", targets.number(row, 0), 0).orElse(null);
      if (index != null) {
        inventory.notModelled(
            "statistics target",
            index.qualified() + " column " + targets.number(row, 1),
            "those of an index's expressions are not held");
      }
    }
  }

  private static void describe(
      Rows rows, int row, Inventory inventory, SchemaObject.Builder index) {
    String method = rows.required(row, 4);
    index
        .flag(Property.UNIQUE, rows.isTrue(row, 3))
        .set(Property.METHOD, method.equals("btree") ? null : method)
        .set(Property.COLUMNS, columns(rows, row, inventory))
        .set(Property.PREDICATE, rows.text(row, 8))
        .flag(Property.INVALID, rows.isTrue(row, 9))
        .set(Property.DEFINITION, rows.required(row, 10))
        .set(Property.TABLESPACE, rows.text(row, 11));
  }

  /** What the key is made of; what is only included does not count. */
  private static List<String> columns(Rows rows, int row, Inventory inventory) {
    String[] numbers = rows.required(row, 5).split(" ", -1);
    List<String> expressions = rows.list(row, 7);
    List<String> columns = new ArrayList<>();
    for (int key = 0; key < rows.number(row, 6); key++) {
      int number = Integer.parseInt(numbers[key]);
      columns.add(
          inventory
              .at("pg_class", rows.number(row, 1), number)
              .filter(column -> number > 0)
              .map(ObjectId::name)
              .orElseGet(() -> expressions.get(columns.size())));
    }
    return columns;
  }

  private static void attach(Rows rows, Inventory inventory) {
    for (int row = 0; row < rows.size(); row++) {
      SchemaObject.Builder child = inventory.find("pg_class", rows.number(row, 0), 0).orElse(null);
      ObjectId parent = inventory.at("pg_class", rows.number(row, 1), 0).orElse(null);
      // A constraint's index leads to the constraint, which says itself that it is inherited.
      if (child != null && parent != null && parent.kind() == ObjectKind.INDEX) {
        child.set(Property.ATTACHED_TO, parent.qualified());
      }
    }
  }

  private static void mark(Rows rows, Inventory inventory) {
    for (int row = 0; row < rows.size(); row++) {
      SchemaObject.Builder relation =
          inventory.find("pg_class", rows.number(row, 0), 0).orElse(null);
      if (relation != null) {
        String index = rows.required(row, 1);
        if (rows.isTrue(row, 2)) {
          relation.set(Property.REPLICA_IDENTITY, index);
        }
        if (rows.isTrue(row, 3)) {
          relation.set(Property.CLUSTERED_ON, index);
        }
      }
    }
  }
}
