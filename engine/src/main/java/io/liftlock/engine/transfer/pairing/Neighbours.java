package io.liftlock.engine.transfer.pairing;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** Finds the object of another schema that has the same name, also where that has other rules. */
final class Neighbours {

  /** The schema that a table is in where nobody says another one. */
  private static final String USUAL = "public";

  private Neighbours() {}

  /** Whether a table is where people expect it: in SQLite, or in PostgreSQL's usual schema. */
  static boolean isUsual(ObjectId table) {
    return table.path().size() == 1 || table.path().get(0).equals(USUAL);
  }

  /** The table of the other schema that has this one's name. */
  static Optional<ObjectId> table(Schema own, ObjectId table, Schema other) {
    if (own.dialect() == other.dialect() && other.has(table)) {
      return Optional.of(table);
    }
    boolean bothPostgres = own.dialect() == Dialect.POSTGRES && other.dialect() == Dialect.POSTGRES;
    if (bothPostgres || !isUsual(table)) {
      return Optional.empty();
    }
    List<ObjectId> there =
        other.of(ObjectKind.TABLE).stream()
            .map(SchemaObject::id)
            .filter(id -> isUsual(id) && id.name().equalsIgnoreCase(table.name()))
            .toList();
    Optional<ObjectId> exact =
        there.stream().filter(id -> id.name().equals(table.name())).findFirst();
    return exact.isPresent() || there.size() != 1 ? exact : Optional.of(there.get(0));
  }

  /** The one of these names that is the same, or else the only one that differs in case alone. */
  static Optional<String> column(String name, List<String> there, boolean exactly) {
    if (there.contains(name)) {
      return Optional.of(name);
    }
    List<String> near = there.stream().filter(name::equalsIgnoreCase).toList();
    return exactly || near.size() != 1 ? Optional.empty() : Optional.of(near.get(0));
  }

  /**
   * The topmost table that a partition's rows are read through; the table itself where it is none.
   */
  static ObjectId root(Schema schema, ObjectId table) {
    return schema
        .find(table)
        .flatMap(object -> object.text(Property.PARTITION_OF))
        .map(parent -> root(schema, new ObjectId(ObjectKind.TABLE, ObjectId.names(parent), "")))
        .orElse(table);
  }
}
