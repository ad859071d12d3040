package io.liftlock.postgres.transfer;

import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.HashColumn;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.postgres.transfer.TypedColumn.Collation;
import java.util.ArrayList;
import java.util.List;

/**
 * Literals of every type that is hashed in its own way. PostgreSQL does not promise that another
 * release, or another processor, hashes alike; so both sides are asked.
 */
final class HashProbe {

  private static final HashColumn TYPED =
      new HashColumn("v", HashColumn.Mode.TYPED, FieldForm.TEXT);

  /** Type and values; the last one of text needs the encodings to be alike. */
  private static final String[][] LITERALS = {
    {"int2", "-2", "300"},
    {"int4", "0", "-70000", "2147483647"},
    {"int8", "1", "4294967296", "-9223372036854775808"},
    {"bool", "t", "f"},
    {"float4", "-0", "1.1", "NaN"},
    {"float8", "0", "0.30000000000000004", "Infinity", "1e-310"},
    {"numeric", "1.10", "-1.1", "123456789012345678901234567890.5", "NaN"},
    {"date", "2026-11-20", "0044-03-15 BC", "infinity"},
    {"time", "23:59:59.999999"},
    {"timetz", "12:30:00+05:30"},
    {"timestamp", "2026-11-20 17:30:00.123456", "-infinity"},
    {"timestamptz", "2026-11-20 17:30:00.123456+02"},
    {"interval", "1 day", "24:00:00", "-1 year 2 mons 3.5 s"},
    {"uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"},
    {"bytea", "\\\\x", "\\\\x00ff10"},
    {"inet", "192.168.0.1/24", "::1"},
    {"cidr", "10.0.0.0/8"},
    {"macaddr", "08:00:2b:01:02:03"},
    {"macaddr8", "08:00:2b:01:02:03:04:05"},
    {"money", "12.34"},
    {"jsonb", "{\"a\": [1.10, null]}"},
    {"json", "{\"b\":1,  \"a\":2}"},
    {"bit(5)", "10110"},
    {"point", "(1.5,-2)"},
    {"int4[]", "{1,NULL,3}", "[2:3]={4,5}"},
    {"int8range", "[1,10)", "empty"},
    {"text", "", "a longer text, so that every part of the hash has work", "caf\\u00e9"},
  };

  private HashProbe() {}

  /** A query for one text. */
  static String sql(HashKind kind) {
    List<String> hashes = new ArrayList<>();
    for (String[] literals : LITERALS) {
      for (int i = 1; i < literals.length; i++) {
        hashes.add(hash(kind, literals[0], literals[i]));
      }
    }
    return "SELECT pg_catalog.concat_ws(' ', " + String.join(",\n", hashes) + ")";
  }

  private static String hash(HashKind kind, String type, String literal) {
    boolean array = type.endsWith("[]");
    char typeKind = type.endsWith("range") ? 'r' : 'b';
    TypedColumn column =
        new TypedColumn(
            "v", type, "pg_catalog." + type, typeKind, array, true, Collation.NONE, false);
    String value = "(E'" + literal + "'::pg_catalog." + type + ")";
    String part = Projection.of(column, TYPED, kind).replace("\"v\"", value);
    return RowHashSql.of(kind, List.of(part, "NULL::pg_catalog.int4"), 42);
  }
}
