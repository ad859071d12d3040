package io.liftlock.engine.transfer.pairing;

import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import io.liftlock.engine.transfer.form.PostgresType;
import java.util.Set;

/**
 * Which types of PostgreSQL mean the same on every server when they travel as the binary COPY
 * writes them. Left out are those whose bytes hold numbers of objects (arrays and composites of
 * types that people made, reg… and oid), those that depend on a setting (money, xml), those whose
 * layout an extension may change, and tsvector, whose reader is stricter than its writer (pgcopydb
 * leaves it out, too).
 */
final class BinarySafety {

  private static final Set<String> SAFE =
      Set.of(
          "smallint",
          "integer",
          "bigint",
          "real",
          "double precision",
          "numeric",
          "boolean",
          "text",
          "character varying",
          "character",
          "\"char\"",
          "name",
          "bytea",
          "date",
          "time without time zone",
          "time with time zone",
          "timestamp without time zone",
          "timestamp with time zone",
          "interval",
          "uuid",
          "json",
          "jsonb",
          "inet",
          "cidr",
          "macaddr",
          "macaddr8",
          "bit",
          "bit varying",
          "point",
          "line",
          "lseg",
          "box",
          "path",
          "polygon",
          "circle",
          "int4range",
          "int8range",
          "numrange",
          "daterange",
          "tsrange",
          "tstzrange",
          "int4multirange",
          "int8multirange",
          "nummultirange",
          "datemultirange",
          "tsmultirange",
          "tstzmultirange",
          "pg_lsn");

  private BinarySafety() {}

  /**
   * Whether both columns read and write the same bytes.
   *
   * @param from the source's type as printed
   * @param to the target's type as printed
   */
  static boolean isSafe(String from, Schema source, String to, Schema target) {
    return from.equals(to) && isSafe(from, source) && isSafe(to, target);
  }

  private static boolean isSafe(String printed, Schema schema) {
    // An enum travels by its label and a domain as its base; neither does within an array.
    PostgresType stored = PostgresType.stored(printed, schema);
    return SAFE.contains(stored.name())
        || (!stored.array() && stored.object(schema, ObjectKind.ENUM).isPresent());
  }
}
