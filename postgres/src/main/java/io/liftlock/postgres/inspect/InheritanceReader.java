package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads which tables come from which: inheritance and partitions. */
final class InheritanceReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    return List.of(
        """
        SELECT i.inhrelid, n.nspname, p.relname, p.relkind, i.inhdetachpending
          FROM pg_catalog.pg_inherits i
          JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
          JOIN pg_catalog.pg_namespace n ON n.oid = p.relnamespace
         WHERE p.relkind IN ('r', 'p', 'f')
         ORDER BY i.inhrelid, i.inhseqno\
        """);
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    Map<ObjectId, List<String>> parents = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      SchemaObject.Builder child = inventory.find("pg_class", rows.number(row, 0), 0).orElse(null);
      if (child == null) {
        continue;
      }
      String parent =
          ObjectId.of(ObjectKind.TABLE, rows.required(row, 1), rows.required(row, 2)).qualified();
      ObjectId id = inventory.at("pg_class", rows.number(row, 0), 0).orElseThrow();
      if (rows.required(row, 3).equals("p")) {
        child.set(Property.PARTITION_OF, parent);
      } else {
        List<String> all = parents.computeIfAbsent(id, key -> new ArrayList<>());
        all.add(parent);
        child.set(Property.INHERITS, all);
      }
      if (rows.isTrue(row, 4)) {
        inventory.notModelled(
            "partition", id.qualified(), "it is being detached, which has not been finished");
      }
    }
  }
}
