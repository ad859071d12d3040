package io.liftlock.engine.transfer.translate;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses SQLite's types for PostgreSQL's columns, so that no affinity alters a value. */
final class SqliteTypes {

  private final Schema source;

  SqliteTypes(Schema source) {
    this.source = source;
  }

  /** The type of a column whose type the server prints so. */
  SqliteType choose(String type) {
    if (type.endsWith("[]")) {
      return SqliteType.written("an array, as PostgreSQL writes it");
    }
    return switch (bare(type)) {
      case "smallint", "integer", "bigint", "oid" ->
          SqliteType.of(SqliteType.INTEGER, "whole numbers of 64 bits fit", ValueKind.NUMBER);
      case "boolean" ->
          new SqliteType(SqliteType.INTEGER, "1 or 0", ValueKind.BOOLEAN, "%s IN (0, 1)", false);
      case "real", "double precision" ->
          SqliteType.of(SqliteType.REAL, "doubles fit", ValueKind.NUMBER);
      case "numeric" -> SqliteType.written("every digit; SQLite would keep a NUMERIC as a double");
      case "money" -> SqliteType.written("as PostgreSQL writes it");
      case "bytea" -> SqliteType.of(SqliteType.BLOB, "bytes", ValueKind.OTHER);
      case "text", "character varying", "uuid", "name" -> SqliteType.text("text");
      case "character" -> SqliteType.written("text of a fixed length");
      case "timestamp with time zone" -> SqliteType.written("ISO 8601 in UTC");
      case "timestamp without time zone",
          "date",
          "time without time zone",
          "time with time zone",
          "interval" ->
          SqliteType.written("ISO 8601");
      case "json", "jsonb" -> SqliteType.written("JSON");
      default -> named(type);
    };
  }

  private SqliteType named(String type) {
    String bare = bare(type);
    if (bare.equals("citext") || bare.endsWith(".citext")) {
      return new SqliteType(
          SqliteType.TEXT,
          "text; only ASCII letters are equal in both cases",
          ValueKind.OTHER,
          "",
          true);
    }
    return found(ObjectKind.DOMAIN, bare)
        .flatMap(domain -> domain.text(Property.BASE_TYPE))
        .map(base -> choose(base))
        .or(() -> found(ObjectKind.ENUM, bare).map(SqliteTypes::enumeration))
        .orElse(SqliteType.written("as PostgreSQL writes it"));
  }

  private static SqliteType enumeration(SchemaObject type) {
    String values =
        type.list(Property.VALUES).stream()
            .map(value -> "'" + value.replace("'", "''").replace("%", "%%") + "'")
            .collect(Collectors.joining(", "));
    return new SqliteType(
        SqliteType.TEXT, "an enum's value", ValueKind.TEXT, "%s IN (" + values + ")", false);
  }

  private Optional<SchemaObject> found(ObjectKind kind, String type) {
    ObjectId id = new ObjectId(kind, ObjectId.names(type), "");
    return source.find(id);
  }

  /** Without what is in parentheses, also in the middle: {@code timestamp(3) with time zone}. */
  static String bare(String type) {
    return type.replaceFirst("\\([^)]*\\)", "").strip();
  }
}
