package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads enums, domains and composite types; tells of base types. */
final class TypeReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    // Left out are the types of rows and true arrays: they come with something else.
    return List.of(
        """
        SELECT t.oid, n.nspname, t.typname, t.typtype, t.oid, t.typarray, t.typrelid,
               CASE WHEN t.typtype = 'd'
                    THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) END,
               CASE WHEN t.typcollation <> b.typcollation
                    THEN t.typcollation::pg_catalog.regcollation END,
               t.typnotnull,
               pg_catalog.pg_get_expr(t.typdefaultbin,
                                      'pg_catalog.pg_type'::pg_catalog.regclass)
          FROM pg_catalog.pg_type t
          JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
          LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
          LEFT JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
         WHERE (t.typtype IN ('e', 'd', 'p')
                OR t.typtype = 'c' AND c.relkind = 'c'
                OR t.typtype = 'b' AND t.typsubscript
                     <> 'pg_catalog.array_subscript_handler'::pg_catalog.regproc)
           AND %s\
        """
            .formatted(Scope.people("n")),
        """
        SELECT e.enumtypid, e.enumlabel
          FROM pg_catalog.pg_enum e
         ORDER BY e.enumtypid, e.enumsortorder\
        """,
        """
        SELECT a.attrelid,
               pg_catalog.concat_ws(' ', pg_catalog.quote_ident(a.attname),
                 pg_catalog.format_type(a.atttypid, a.atttypmod),
                 CASE WHEN a.attcollation <> t.typcollation
                      THEN 'COLLATE ' || a.attcollation::pg_catalog.regcollation END)
          FROM pg_catalog.pg_attribute a
          JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
          JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
         WHERE c.relkind = 'c' AND a.attnum > 0 AND NOT a.attisdropped
         ORDER BY a.attrelid, a.attnum\
        """);
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    for (int row = 0; row < rows.size(); row++) {
      if (!inventory.isMember("pg_type", rows.number(row, 0))
          && !inventory.isMember("pg_class", rows.number(row, 6))) {
        add(rows, row, inventory);
      }
    }
    lists(answers.get(1), inventory, "pg_type", Property.VALUES);
    lists(answers.get(2), inventory, "pg_class", Property.ATTRIBUTES);
  }

  private static void add(Rows rows, int row, Inventory inventory) {
    String schema = rows.required(row, 1);
    String name = rows.required(row, 2);
    ObjectKind kind = kind(rows.required(row, 3));
    if (kind == null) {
      inventory.notModelled(
          rows.required(row, 3).equals("p") ? "shell type" : "base type",
          ObjectId.of(ObjectKind.DOMAIN, schema, name).qualified(),
          "types with functions of their own are not held");
      return;
    }
    ObjectId id = ObjectId.of(kind, schema, name);
    SchemaObject.Builder type = inventory.add("pg_type", rows.number(row, 0), 0, id);
    RowType.alias(rows, row, 4, inventory, id);
    if (kind == ObjectKind.COMPOSITE_TYPE) {
      inventory.alias("pg_class", rows.number(row, 6), 0, id);
    }
    if (kind == ObjectKind.DOMAIN) {
      type.set(Property.BASE_TYPE, rows.text(row, 7))
          .set(Property.COLLATION, rows.text(row, 8))
          .flag(Property.NOT_NULL, rows.isTrue(row, 9))
          .set(Property.DEFAULT, rows.text(row, 10));
    }
  }

  private static @Nullable ObjectKind kind(String letter) {
    return switch (letter) {
      case "e" -> ObjectKind.ENUM;
      case "d" -> ObjectKind.DOMAIN;
      case "c" -> ObjectKind.COMPOSITE_TYPE;
      default -> null;
    };
  }

  /** Rows of an oid and a value become the list of that object. */
  private static void lists(Rows rows, Inventory inventory, String catalog, Property property) {
    Map<Long, List<String>> lists = new LinkedHashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      lists
          .computeIfAbsent(rows.number(row, 0), oid -> new ArrayList<>())
          .add(rows.required(row, 1));
    }
    lists.forEach(
        (oid, values) ->
            inventory.find(catalog, oid, 0).ifPresent(object -> object.set(property, values)));
  }
}
