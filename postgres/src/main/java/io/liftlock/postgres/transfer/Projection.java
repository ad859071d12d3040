package io.liftlock.postgres.transfer;

import io.liftlock.core.transfer.HashColumn;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.postgres.sql.Quoted;
import java.util.Map;
import java.util.Set;

/**
 * Says what of a column is hashed, so that values that differ in any way that a person could see
 * hash differently, and equal ones alike in every database. The session must have {@link
 * PinnedSettings}.
 *
 * <p>The server's own hash functions call some values equal that are not the same: numbers of
 * another scale or sign, -0.0 and 0.0, arrays of another shape, a day and 24 hours; they fold 64
 * bits into 32; and they hash the number of an enum's label, which is another one in each database.
 * So only types whose hash takes in every bit are hashed as they are. What a type sends in binary
 * is hashed where that is the value and nothing else, and is cheaper than its text, too; of all
 * else its text is.
 */
final class Projection {

  /** Hashed as they are. */
  private static final Set<String> NATIVE =
      Set.of(
          "pg_catalog.int2",
          "pg_catalog.int4",
          "pg_catalog.bool",
          "pg_catalog.date",
          "pg_catalog.uuid",
          "pg_catalog.bytea",
          "pg_catalog.inet",
          "pg_catalog.cidr",
          "pg_catalog.macaddr",
          "pg_catalog.macaddr8");

  /** By the function that sends them. */
  private static final Map<String, String> SENT =
      Map.ofEntries(
          Map.entry("pg_catalog.int8", "int8send"),
          Map.entry("pg_catalog.float4", "float4send"),
          Map.entry("pg_catalog.float8", "float8send"),
          Map.entry("pg_catalog.numeric", "numeric_send"),
          Map.entry("pg_catalog.timestamp", "timestamp_send"),
          Map.entry("pg_catalog.timestamptz", "timestamptz_send"),
          Map.entry("pg_catalog.time", "time_send"),
          Map.entry("pg_catalog.timetz", "timetz_send"),
          Map.entry("pg_catalog.interval", "interval_send"),
          Map.entry("pg_catalog.money", "cash_send"),
          Map.entry("pg_catalog.jsonb", "jsonb_send"));

  private Projection() {}

  /** The expression that stands for a column in a row that is hashed. */
  static String of(TypedColumn column, HashColumn wanted, HashKind kind) {
    String name = Quoted.identifier(column.name());
    if (wanted.mode() == HashColumn.Mode.TEXT) {
      return text(name);
    }
    // The text of the whole row is hashed then, in which each type writes itself.
    return kind == HashKind.RECORD ? typed(column, name) : name;
  }

  private static String typed(TypedColumn column, String name) {
    String base = column.base();
    if (column.array() || column.kind() != 'b') {
      return text(name);
    }
    if (NATIVE.contains(base)) {
      // Takes the domain off.
      return name + "::" + base;
    }
    String send = SENT.get(base);
    return send == null ? text(name) : "pg_catalog." + send + "(" + name + ")";
  }

  /** Its text, told apart by its bytes, whatever its collation calls equal. */
  private static String text(String name) {
    return name + "::pg_catalog.text COLLATE pg_catalog.\"C\"";
  }
}
