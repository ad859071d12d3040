package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the constraints of tables and domains, each with its index. */
final class ConstraintReader implements CatalogReader {

  private static final String NOT_VALID = " NOT VALID";

  @Override
  public List<String> queries(Scope scope) {
    // A foreign key that refers to a partitioned table has one more row per partition, which
    // hangs on the same table as itself: those are the server's own.
    return List.of(
        """
        SELECT k.oid, k.contypid, k.conrelid, k.conname, k.contype, k.conkey,
               k.confrelid, k.confkey, k.confdeltype, k.confupdtype,
               k.convalidated, %s, k.condeferrable, k.condeferred, k.connoinherit,
               k.coninhcount > 0,
               pg_catalog.pg_get_constraintdef(k.oid),
               x.oid, x.reloptions, s.spcname
          FROM pg_catalog.pg_constraint k
          JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
          LEFT JOIN pg_catalog.pg_constraint o
            ON o.oid = k.conparentid AND o.conrelid = k.conrelid
          LEFT JOIN pg_catalog.pg_class x
            ON x.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
          LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = x.reltablespace
         WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND o.oid IS NULL AND %s\
        """
            .formatted(scope.since(18) ? "k.conenforced" : "true", Scope.people("n")),
        // They are columns' notNull; what is more about them is not held.
        """
        SELECT k.conrelid, k.contypid, k.conname, k.convalidated
          FROM pg_catalog.pg_constraint k
          JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
         WHERE k.contype = 'n' AND (NOT k.convalidated OR k.connoinherit) AND %s\
        """
            .formatted(Scope.people("n")));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      ObjectId whole = whole(rows, row, inventory);
      String definition = rows.text(row, 16);
      if (whole != null && definition != null) {
        add(rows, row, inventory, whole, definition);
      }
    }
    Rows notNull = answers.get(1);
    for (int row = 0; row < notNull.size(); row++) {
      String name = notNull.required(row, 2);
      String because = notNull.isTrue(row, 3) ? "it is not inherited" : "it has not been validated";
      inventory
          .at("pg_class", notNull.number(row, 0), 0)
          .map(table -> table.part(ObjectKind.CONSTRAINT, name).qualified())
          .ifPresent(qualified -> inventory.notModelled("not-null constraint", qualified, because));
    }
  }

  private static @Nullable ObjectId whole(Rows rows, int row, Inventory inventory) {
    long domain = rows.number(row, 1);
    return domain == 0
        ? inventory.at("pg_class", rows.number(row, 2), 0).orElse(null)
        : inventory.at("pg_type", domain, 0).orElse(null);
  }

  private static void add(
      Rows rows, int row, Inventory inventory, ObjectId whole, String definition) {
    ObjectId id = whole.part(ObjectKind.CONSTRAINT, rows.required(row, 3));
    SchemaObject.Builder constraint = inventory.add("pg_constraint", rows.number(row, 0), 0, id);
    if (rows.text(row, 17) != null) {
      inventory.alias("pg_class", rows.number(row, 17), 0, id);
    }
    String type = rows.required(row, 4);
    boolean enforced = rows.isTrue(row, 11);
    constraint
        .set(Property.CONSTRAINT_TYPE, type(type))
        .set(Property.COLUMNS, columns(inventory, rows.number(row, 2), rows.list(row, 5)))
        .flag(Property.NOT_VALID, enforced && !rows.isTrue(row, 10))
        .flag(Property.NOT_ENFORCED, !enforced)
        .flag(Property.DEFERRABLE, rows.isTrue(row, 12))
        .flag(Property.INITIALLY_DEFERRED, rows.isTrue(row, 13))
        // Of keys it only tells that the table has no children.
        .flag(Property.NO_INHERIT, type.equals("c") && rows.isTrue(row, 14))
        .flag(Property.INHERITED, rows.isTrue(row, 15))
        .set(Property.DEFINITION, valid(definition))
        .set(Property.OPTIONS, rows.sorted(row, 18))
        .set(Property.TABLESPACE, rows.text(row, 19));
    if (type.equals("f")) {
      long referenced = rows.number(row, 6);
      constraint
          .set(
              Property.REFERENCES,
              inventory.at("pg_class", referenced, 0).map(ObjectId::qualified).orElse(null))
          .set(Property.REFERENCED_COLUMNS, columns(inventory, referenced, rows.list(row, 7)))
          .set(Property.ON_DELETE, action(rows.required(row, 8)))
          .set(Property.ON_UPDATE, action(rows.required(row, 9)));
    }
  }

  private static String valid(String definition) {
    return definition.endsWith(NOT_VALID)
        ? definition.substring(0, definition.length() - NOT_VALID.length())
        : definition;
  }

  /** The names of a relation's columns; 0 stands for an expression, which has no name. */
  private static List<String> columns(Inventory inventory, long relation, List<String> numbers) {
    return numbers.stream()
        .map(Integer::parseInt)
        .filter(number -> number > 0)
        .flatMap(number -> inventory.at("pg_class", relation, number).stream())
        .map(ObjectId::name)
        .toList();
  }

  private static String type(String letter) {
    return switch (letter) {
      case "p" -> Constraint.PRIMARY_KEY;
      case "u" -> Constraint.UNIQUE;
      case "f" -> Constraint.FOREIGN_KEY;
      case "x" -> Constraint.EXCLUDE;
      default -> Constraint.CHECK;
    };
  }

  private static @Nullable String action(String letter) {
    return switch (letter) {
      case "r" -> "restrict";
      case "c" -> "cascade";
      case "n" -> "set null";
      case "d" -> "set default";
      default -> null;
    };
  }
}
