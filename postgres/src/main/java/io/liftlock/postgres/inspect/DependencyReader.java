package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what each object stands on. Comes last: both ends of an edge are found by the addresses
 * that the other readers left.
 */
final class DependencyReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    // Internal edges lead from a part of an object to the object, as we cut them. A foreign key's
    // triggers are the key's own. That an object is in its schema is told by its path.
    return List.of(
        """
        SELECT k.oid, k.relname
          FROM pg_catalog.pg_class k
         WHERE k.relkind = 'r' AND k.relnamespace = 'pg_catalog'::pg_catalog.regnamespace\
        """,
        """
        SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
          FROM pg_catalog.pg_depend d
         WHERE d.deptype NOT IN ('i', 'e')
           AND (d.refclassid <> 'pg_catalog.pg_namespace'::pg_catalog.regclass
                OR d.classid NOT IN ('pg_catalog.pg_class'::pg_catalog.regclass,
                                     'pg_catalog.pg_type'::pg_catalog.regclass,
                                     'pg_catalog.pg_proc'::pg_catalog.regclass))\
        """);
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows names = answers.get(0);
    Map<Long, String> catalogs = new HashMap<>();
    for (int row = 0; row < names.size(); row++) {
      catalogs.put(names.number(row, 0), names.required(row, 1));
    }
    Rows rows = answers.get(1);
    for (int i = 0; i < rows.size(); i++) {
      int row = i;
      ObjectId from = find(rows, row, 0, catalogs, inventory).orElse(null);
      if (from != null) {
        ObjectId to =
            find(rows, row, 3, catalogs, inventory)
                .or(() -> extension(rows, row, 3, catalogs, inventory))
                .orElse(null);
        if (to != null && !follows(from, to)) {
          inventory.find(from).ifPresent(object -> object.uses(to));
        }
      }
    }
  }

  /** The object at one end of an edge. */
  private static Optional<ObjectId> find(
      Rows rows, int row, int column, Map<Long, String> catalogs, Inventory inventory) {
    String catalog = catalogs.getOrDefault(rows.number(row, column), "");
    long oid = rows.number(row, column + 1);
    int part = (int) rows.number(row, column + 2);
    Optional<ObjectId> found = inventory.at(catalog, oid, part);
    // A part may be no object of ours, such as an attribute of a composite type.
    return found.isPresent() || part == 0 ? found : inventory.at(catalog, oid, 0);
  }

  private static Optional<ObjectId> extension(
      Rows rows, int row, int column, Map<Long, String> catalogs, Inventory inventory) {
    String catalog = catalogs.getOrDefault(rows.number(row, column), "");
    return inventory.extensionOf(catalog, rows.number(row, column + 1));
  }

  /** Whether the names already tell it, or it runs against what they tell. */
  private static boolean follows(ObjectId from, ObjectId to) {
    boolean isItsSchema =
        to.kind() == ObjectKind.SCHEMA
            && from.path().size() > 1
            && from.path().get(0).equals(to.name());
    // The column that a sequence is owned by uses the sequence.
    boolean isItsOwner = from.kind() == ObjectKind.SEQUENCE && to.kind() == ObjectKind.COLUMN;
    return from.equals(to) || from.isPartOf(to) || to.isPartOf(from) || isItsSchema || isItsOwner;
  }
}
