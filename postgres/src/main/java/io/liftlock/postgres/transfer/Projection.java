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

  /** Told apart by its bytes, whatever the column's collation calls equal. */
  private static final String BY_BYTES = " COLLATE pg_catalog.\"C\"";

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

  /**
   * Types whose cast to text is not what they write themselves, which is what COPY brings into a
   * column of another type: {@code true} for {@code t}, a mask behind every address, no blanks at
   * the end.
   */
  private static final Map<String, String> WRITTEN =
      Map.of(
          "pg_catalog.bool", "boolout",
          "pg_catalog.bpchar", "bpcharout",
          "pg_catalog.inet", "inet_out",
          "pg_catalog.char", "charout");

  private Projection() {}

  /** The expression that stands for a column in a row that is hashed. */
  static String of(TypedColumn column, HashColumn wanted, HashKind kind) {
    if (wanted.mode() == HashColumn.Mode.TYPED) {
      // Where the text of the whole row is hashed, each type writes itself.
      return kind == HashKind.RECORD ? typed(column) : Quoted.identifier(column.name());
    }
    return text(column, wanted) + BY_BYTES;
  }

  private static String typed(TypedColumn column) {
    String name = Quoted.identifier(column.name());
    String base = column.base();
    if (column.array() || column.kind() != 'b') {
      return name + "::pg_catalog.text" + BY_BYTES;
    }
    if (NATIVE.contains(base)) {
      // Takes the domain off.
      return name + "::" + base;
    }
    String send = SENT.get(base);
    return send == null
        ? name + "::pg_catalog.text" + BY_BYTES
        : "pg_catalog." + send + "(" + name + ")";
  }

  /** The value as text, equal for values that are to be called equal. */
  static String text(TypedColumn column, HashColumn wanted) {
    String name = Quoted.identifier(column.name());
    if (wanted.mode() == HashColumn.Mode.NUMBER) {
      return "pg_catalog.trim_scale(" + name + "::pg_catalog.numeric)::pg_catalog.text";
    }
    String write = column.array() ? null : WRITTEN.get(column.base());
    return write == null
        ? name + "::pg_catalog.text"
        : "pg_catalog.textin(pg_catalog." + write + "(" + name + "))";
  }
}
