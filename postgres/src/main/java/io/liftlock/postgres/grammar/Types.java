package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_typeContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Predefined_typeContext;

/** The names of types in the spelling of the catalog. */
final class Types {

  /** The catalog's spelling of the names that are no keywords. */
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("int2", "smallint"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("bool", "boolean"),
          Map.entry("varchar", "character varying"),
          Map.entry("bpchar", "character"),
          Map.entry("varbit", "bit varying"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timetz", "time with time zone"),
          Map.entry("time", "time without time zone"),
          Map.entry("serial4", "serial"),
          Map.entry("serial2", "smallserial"),
          Map.entry("serial8", "bigserial"));

  private Types() {}

  /** The type that is named. */
  static TypeName of(Data_typeContext type, Source source) {
    boolean array = type.ARRAY() != null || !type.array_type().isEmpty();
    Predefined_typeContext plain = type.predefined_type();
    return new TypeName(source.text(type), name(plain), modifiers(plain), array);
  }

  private static String name(Predefined_typeContext type) {
    if (type.schema_qualified_name_nontype() != null) {
      return named(Names.of(type.schema_qualified_name_nontype()));
    }
    if (type.CHAR() != null || type.CHARACTER() != null || type.NCHAR() != null) {
      return type.VARYING() == null ? "character" : "character varying";
    }
    if (type.TIMESTAMP() != null || (!type.TIME().isEmpty() && type.DOUBLE() == null)) {
      return (type.TIMESTAMP() == null ? "time " : "timestamp ")
          + (type.WITH() == null ? "without time zone" : "with time zone");
    }
    if (type.BIT() != null) {
      return type.VARYING() == null ? "bit" : "bit varying";
    }
    if (type.FLOAT() != null) {
      List<Integer> precision = modifiers(type);
      return !precision.isEmpty() && precision.get(0) < 25 ? "real" : "double precision";
    }
    if (type.DOUBLE() != null) {
      return "double precision";
    }
    return switch (Names.of(type)) {
      case "int" -> "integer";
      case "dec", "decimal" -> "numeric";
      case "varchar" -> "character varying";
      default -> Names.of(type);
    };
  }

  private static String named(RelationName name) {
    String schema = name.schema();
    return schema == null || schema.equals("pg_catalog")
        ? SPELLINGS.getOrDefault(name.name(), name.name())
        : name.toString();
  }

  private static List<Integer> modifiers(Predefined_typeContext type) {
    List<Integer> numbers = new ArrayList<>();
    if (type.type_length() != null) {
      add(numbers, type.type_length().iconst().getText());
    } else if (type.precision_param() != null) {
      type.precision_param().iconst().forEach(number -> add(numbers, number.getText()));
    } else {
      type.vex().forEach(number -> add(numbers, number.getText()));
    }
    return numbers;
  }

  private static void add(List<Integer> numbers, String written) {
    try {
      numbers.add(Integer.valueOf(written));
    } catch (NumberFormatException e) {
      // A modifier that is no number: geometry(Point, 4326).
    }
  }
}
