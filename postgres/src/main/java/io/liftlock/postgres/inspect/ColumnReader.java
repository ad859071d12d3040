package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the columns of tables, foreign tables and views. */
final class ColumnReader implements CatalogReader {

  @Override
  public List<String> queries(Scope scope) {
    // -1 is the usual statistics target before PostgreSQL 17, NULL since.
    return List.of(
        """
        SELECT a.attrelid, a.attnum, a.attname,
               pg_catalog.format_type(a.atttypid, a.atttypmod),
               CASE WHEN a.attcollation <> t.typcollation
                    THEN a.attcollation::pg_catalog.regcollation END,
               a.attnotnull, d.oid, pg_catalog.pg_get_expr(d.adbin, d.adrelid),
               a.attidentity, a.attgenerated,
               CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END,
               a.attcompression,
               CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END,
               a.attoptions, a.attinhcount > 0,
               CASE WHEN a.attfdwoptions IS NOT NULL
                    THEN ARRAY(SELECT pg_catalog.quote_ident(o.option_name) || ' '
                                      || pg_catalog.quote_literal(o.option_value)
                                 FROM pg_catalog.pg_options_to_table(a.attfdwoptions) o) END
          FROM pg_catalog.pg_attribute a
          JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
          LEFT JOIN pg_catalog.pg_attrdef d
            ON d.adrelid = a.attrelid AND d.adnum = a.attnum
         WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND %s
           AND a.attnum > 0 AND NOT a.attisdropped
         ORDER BY a.attrelid, a.attnum\
        """
            .formatted(Scope.people("n")));
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    Rows rows = answers.get(0);
    long previous = 0;
    int position = 0;
    @Nullable ObjectId relation = null;
    for (int row = 0; row < rows.size(); row++) {
      long oid = rows.number(row, 0);
      if (oid != previous) {
        previous = oid;
        position = 0;
        relation = inventory.at("pg_class", oid, 0).orElse(null);
      }
      position++;
      if (relation != null) {
        add(rows, row, inventory, relation, position);
      }
    }
  }

  private static void add(
      Rows rows, int row, Inventory inventory, ObjectId relation, int position) {
    ObjectId id = relation.part(ObjectKind.COLUMN, rows.required(row, 2));
    SchemaObject.Builder column =
        inventory.add("pg_class", rows.number(row, 0), (int) rows.number(row, 1), id);
    if (rows.text(row, 6) != null) {
      inventory.alias("pg_attrdef", rows.number(row, 6), 0, id);
    }
    boolean generated = !rows.required(row, 9).isEmpty();
    column
        .set(Property.POSITION, Integer.toString(position))
        .set(Property.TYPE, rows.text(row, 3))
        .set(generated ? Property.GENERATED : Property.DEFAULT, rows.text(row, 7));
    if (relation.kind() == ObjectKind.VIEW) {
      return;
    }
    column
        .flag(Property.NOT_NULL, rows.isTrue(row, 5))
        .set(Property.COLLATION, rows.text(row, 4))
        .set(Property.IDENTITY, identity(rows.required(row, 8)))
        .set(Property.GENERATED_KIND, generatedKind(rows.required(row, 9)))
        .set(Property.STORAGE, storage(rows.text(row, 10)))
        .set(Property.COMPRESSION, compression(rows.required(row, 11)))
        .set(Property.STATISTICS_TARGET, rows.text(row, 12))
        .set(Property.OPTIONS, options(rows, row))
        .flag(Property.INHERITED, rows.isTrue(row, 14));
  }

  private static List<String> options(Rows rows, int row) {
    List<String> options = new ArrayList<>(rows.sorted(row, 15));
    options.addAll(rows.sorted(row, 13));
    return options;
  }

  private static @Nullable String identity(String letter) {
    return switch (letter) {
      case "a" -> "always";
      case "d" -> "by default";
      default -> null;
    };
  }

  private static @Nullable String generatedKind(String letter) {
    return switch (letter) {
      case "s" -> "stored";
      case "v" -> "virtual";
      default -> null;
    };
  }

  private static @Nullable String storage(@Nullable String letter) {
    if (letter == null) {
      return null;
    }
    return switch (letter) {
      case "p" -> "plain";
      case "e" -> "external";
      case "m" -> "main";
      default -> "extended";
    };
  }

  private static @Nullable String compression(String letter) {
    return switch (letter) {
      case "p" -> "pglz";
      case "l" -> "lz4";
      default -> null;
    };
  }
}
