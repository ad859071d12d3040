package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the sequences; those of identity columns become a part of their column. */
final class SequenceReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    return List.of(
        """
        SELECT c.oid, n.nspname, c.relname, c.relpersistence,
               pg_catalog.format_type(q.seqtypid, NULL), q.seqstart, q.seqincrement,
               q.seqmin, q.seqmax, q.seqcache, q.seqcycle,
               d.deptype, d.refobjid, d.refobjsubid
          FROM pg_catalog.pg_sequence q
          JOIN pg_catalog.pg_class c ON c.oid = q.seqrelid
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          LEFT JOIN pg_catalog.pg_depend d
            ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
           AND d.refclassid = d.classid AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
         WHERE c.relpersistence <> 't' AND %s\
        """
            .formatted(Scope.people("n")));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      if (rows.text(row, 11) == null) {
        addUnlessMember(rows, row, inventory, null);
        continue;
      }
      long owner = rows.number(row, 12);
      ObjectId column = inventory.at("pg_class", owner, (int) rows.number(row, 13)).orElse(null);
      if (rows.required(row, 11).equals("i")) {
        if (column != null) {
          inventory.alias("pg_class", rows.number(row, 0), 0, column);
          String unusual = numbers(rows, row).unusual();
          inventory
              .find(column)
              .ifPresent(builder -> builder.set(Property.IDENTITY_OPTIONS, unusual));
        }
      } else if (!inventory.isOurs("pg_class", owner)) {
        addUnlessMember(rows, row, inventory, column == null ? null : column.qualified());
      }
    }
  }

  private static void addUnlessMember(
      Rows rows, int row, Inventory inventory, @Nullable String owner) {
    long oid = rows.number(row, 0);
    if (inventory.isMember("pg_class", oid)) {
      return;
    }
    ObjectId id = ObjectId.of(ObjectKind.SEQUENCE, rows.required(row, 1), rows.required(row, 2));
    SchemaObject.Builder sequence = inventory.add("pg_class", oid, 0, id);
    numbers(rows, row).tell(sequence);
    sequence
        .set(Property.PERSISTENCE, rows.required(row, 3).equals("u") ? "unlogged" : null)
        .set(Property.OWNED_BY, owner);
  }

  private static SequenceNumbers numbers(Rows rows, int row) {
    return new SequenceNumbers(
        rows.required(row, 4),
        rows.number(row, 5),
        rows.number(row, 6),
        rows.number(row, 7),
        rows.number(row, 8),
        rows.number(row, 9),
        rows.isTrue(row, 10));
  }
}
