package io.liftlock.engine.model.types;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.model.NamePath;
import io.liftlock.engine.model.types.ValueType.Base;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds out what a type's text means: a built-in type, or one that the schema holds. */
final class ValueTypes {

  private static final Map<String, Base> BUILT_IN =
      Map.ofEntries(
          Map.entry("boolean", Base.BOOLEAN),
          Map.entry("smallint", Base.SMALLINT),
          Map.entry("integer", Base.INTEGER),
          Map.entry("oid", Base.BIGINT),
          Map.entry("bigint", Base.BIGINT),
          Map.entry("real", Base.REAL),
          Map.entry("double precision", Base.DOUBLE),
          Map.entry("numeric", Base.DECIMAL),
          Map.entry("text", Base.TEXT),
          Map.entry("character varying", Base.TEXT),
          Map.entry("character", Base.TEXT),
          Map.entry("bpchar", Base.TEXT),
          Map.entry("name", Base.TEXT),
          Map.entry("\"char\"", Base.TEXT),
          Map.entry("money", Base.TEXT),
          Map.entry("inet", Base.TEXT),
          Map.entry("cidr", Base.TEXT),
          Map.entry("macaddr", Base.TEXT),
          Map.entry("macaddr8", Base.TEXT),
          Map.entry("bit", Base.TEXT),
          Map.entry("bit varying", Base.TEXT),
          Map.entry("xml", Base.TEXT),
          Map.entry("tsvector", Base.TEXT),
          Map.entry("tsquery", Base.TEXT),
          Map.entry("int4range", Base.TEXT),
          Map.entry("int8range", Base.TEXT),
          Map.entry("numrange", Base.TEXT),
          Map.entry("tsrange", Base.TEXT),
          Map.entry("tstzrange", Base.TEXT),
          Map.entry("daterange", Base.TEXT),
          Map.entry("bytea", Base.BYTES),
          Map.entry("date", Base.DATE),
          Map.entry("time without time zone", Base.TIME),
          Map.entry("time with time zone", Base.TIME_WITH_ZONE),
          Map.entry("timestamp without time zone", Base.TIMESTAMP),
          Map.entry("timestamp with time zone", Base.TIMESTAMP_WITH_ZONE),
          Map.entry("interval", Base.INTERVAL),
          Map.entry("uuid", Base.UUID),
          Map.entry("json", Base.JSON),
          Map.entry("jsonb", Base.JSON),
          Map.entry("void", Base.VOID));

  /** Types of well-known extensions, by their own name; they may be in any schema. */
  private static final Map<String, Base> OF_EXTENSIONS =
      Map.of("citext", Base.TEXT, "vector", Base.TEXT, "ltree", Base.TEXT);

  private final Schema schema;
  private final Predicate<String> written;

  /**
   * @param written whether the types of a schema are written, so that they can be referred to
   */
  ValueTypes(Schema schema, Predicate<String> written) {
    this.schema = schema;
    this.written = written;
  }

  /** What a type means, as the server prints it. */
  ValueType of(String text) {
    return schema.dialect() == Dialect.SQLITE ? ValueType.of(affinity(text)) : postgres(text);
  }

  private ValueType postgres(String text) {
    String type = text.strip();
    if (type.endsWith("[]")) {
      return postgres(type.substring(0, type.length() - 2)).listed();
    }
    String plain = withoutModifiers(type);
    Base builtIn = BUILT_IN.get(plain);
    // "interval day to second" and the like
    if (builtIn == null && plain.startsWith("interval ")) {
      builtIn = Base.INTERVAL;
    }
    return builtIn == null ? ofSchema(NamePath.parse(plain)) : ValueType.of(builtIn);
  }

  private ValueType ofSchema(List<String> path) {
    Optional<SchemaObject> domain = find(ObjectKind.DOMAIN, path);
    if (domain.isPresent()) {
      return postgres(domain.get().text(Property.BASE_TYPE).orElse(""));
    }
    ObjectId enumId = new ObjectId(ObjectKind.ENUM, path, "");
    if (schema.has(enumId)) {
      return isWritten(enumId) ? new ValueType(Base.ENUM, false, enumId) : ValueType.of(Base.TEXT);
    }
    for (ObjectKind kind : ObjectKind.values()) {
      ObjectId row = new ObjectId(kind, path, "");
      if ((kind == ObjectKind.COMPOSITE_TYPE || kind.isRelation())
          && schema.has(row)
          && isWritten(row)) {
        return new ValueType(Base.ROW, false, row);
      }
    }
    if (find(ObjectKind.RANGE_TYPE, path).isPresent()) {
      return ValueType.of(Base.TEXT);
    }
    Base known = OF_EXTENSIONS.get(path.get(path.size() - 1));
    return ValueType.of(known == null ? Base.UNKNOWN : known);
  }

  private boolean isWritten(ObjectId id) {
    return written.test(Shapes.schemaOf(id))
        && schema.find(id).flatMap(object -> object.text(Property.PARTITION_OF)).isEmpty();
  }

  private Optional<SchemaObject> find(ObjectKind kind, List<String> path) {
    return schema.find(new ObjectId(kind, path, ""));
  }

  /** Whether a type itself refuses NULL, as a domain may. */
  boolean refusesNull(String type) {
    return schema.dialect() == Dialect.POSTGRES
        && find(ObjectKind.DOMAIN, NamePath.parse(withoutModifiers(type)))
            .map(
                domain ->
                    domain.is(Property.NOT_NULL)
                        || refusesNull(domain.text(Property.BASE_TYPE).orElse("")))
            .orElse(false);
  }

  /** {@code numeric(10,2)} is {@code numeric}; parentheses in quoted names are kept. */
  private static String withoutModifiers(String type) {
    StringBuilder plain = new StringBuilder();
    boolean quoted = false;
    int depth = 0;
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      quoted ^= c == '"';
      if (c == '(' && !quoted) {
        depth++;
      } else if (c == ')' && !quoted) {
        depth--;
      } else if (depth == 0) {
        plain.append(c);
      }
    }
    return plain.toString().replaceAll(" {2,}", " ").strip();
  }

  /**
   * What SQLite would keep in a column, by the declared type. It decides by parts of the name, see
   * <a href="https://sqlite.org/datatype3.html">Datatypes in SQLite</a>, 3.1; dates and times,
   * which it would store as numbers where they look like numbers, are texts in practice.
   */
  private static Base affinity(String declared) {
    String type = declared.toUpperCase(Locale.ROOT);
    if (type.contains("INT")) {
      return Base.BIGINT;
    }
    if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
      return Base.TEXT;
    }
    if (type.contains("BLOB")) {
      return Base.BYTES;
    }
    if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
      return Base.DOUBLE;
    }
    if (type.contains("DATE") || type.contains("TIME") || type.contains("JSON")) {
      return Base.TEXT;
    }
    if (type.contains("BOOL")) {
      return Base.BIGINT;
    }
    return type.isBlank() || type.equals("ANY") ? Base.UNKNOWN : Base.DOUBLE;
  }

  /** Cuts a list such as {@code a integer, b numeric(10,2)} at its commas. */
  static List<String> cut(String list) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    boolean literal = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      quoted ^= c == '"' && !literal;
      literal ^= c == '\'' && !quoted;
      if (!quoted && !literal) {
        depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      }
      if (c == ',' && depth == 0 && !quoted && !literal) {
        pieces.add(piece.toString().strip());
        piece.setLength(0);
      } else {
        piece.append(c);
      }
    }
    if (!piece.toString().isBlank()) {
      pieces.add(piece.toString().strip());
    }
    return pieces;
  }
}
