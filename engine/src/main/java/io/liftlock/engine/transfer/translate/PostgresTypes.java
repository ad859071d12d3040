package io.liftlock.engine.transfer.translate;

import io.liftlock.core.schema.Affinity;
import io.liftlock.core.transfer.ColumnCensus.Trait;
import io.liftlock.core.transfer.FieldForm;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Chooses PostgreSQL's types for SQLite's columns: by what SQLite makes of the declared type, and
 * where that says nothing, or promises more than SQLite keeps, by the values.
 */
final class PostgresTypes {

  static final String BIGINT = "bigint";
  static final String BOOLEAN = "boolean";
  static final String BYTEA = "bytea";
  static final String DATE = "date";
  static final String DOUBLE = "double precision";
  static final String NUMERIC = "numeric";
  static final String TEXT = "text";
  static final String TIMESTAMP = "timestamp without time zone";
  static final String TIMESTAMPTZ = "timestamp with time zone";

  private static final Set<String> DECIMALS =
      Set.of("NUMERIC", "DECIMAL", "DEC", "NUMBER", "MONEY", "CURRENCY");
  private static final Set<String> MOMENTS =
      Set.of(
          "DATETIME",
          "TIMESTAMP",
          "TIMESTAMPTZ",
          "DATETIMETZ",
          "TIMESTAMP WITH TIME ZONE",
          "TIMESTAMP WITHOUT TIME ZONE");

  /** Other names that people write for types, and what the server prints. */
  private static final Map<String, String> PRINTED =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int8", BIGINT),
          Map.entry("int2", "smallint"),
          Map.entry("bool", BOOLEAN),
          Map.entry("float8", DOUBLE),
          Map.entry("float", DOUBLE),
          Map.entry("double", DOUBLE),
          Map.entry("float4", "real"),
          Map.entry("decimal", NUMERIC),
          Map.entry("varchar", "character varying"),
          Map.entry("char", "character"),
          Map.entry("timestamp", TIMESTAMP),
          Map.entry("timestamptz", TIMESTAMPTZ),
          Map.entry("time", "time without time zone"),
          Map.entry("timetz", "time with time zone"));

  private PostgresTypes() {}

  /** The type of a column of that declared type in which that was found. */
  static Chosen choose(String declared, Found found) {
    String base = base(declared).toUpperCase(Locale.ROOT);
    if (base.equals("BOOLEAN") || base.equals("BOOL")) {
      return found.all(Trait.BOOLEAN)
          ? new Chosen(BOOLEAN, found.values() == 0 ? "declared so" : "every value is 0 or 1")
          : other(found, "not every value is 0 or 1");
    }
    if (base.equals("DATE")) {
      return found.all(Trait.DATE)
          ? new Chosen(DATE, found.values() == 0 ? "declared so" : "every value is a date")
          : other(found, "not every value is a date");
    }
    if (MOMENTS.contains(base)) {
      return moment(base, found);
    }
    if (base.isEmpty() || base.equals("ANY")) {
      return byValues(found, "no type is declared");
    }
    return switch (Affinity.of(declared)) {
      case INTEGER -> new Chosen(BIGINT, "SQLite keeps whole numbers of 64 bits");
      case TEXT -> new Chosen(TEXT, "SQLite keeps no length");
      case REAL -> new Chosen(DOUBLE, "SQLite keeps doubles");
      case BLOB ->
          found.only(FieldForm.TEXT)
              ? new Chosen(TEXT, "every value is text")
              : new Chosen(BYTEA, "declared so");
      case NUMERIC ->
          DECIMALS.contains(base)
              ? new Chosen(NUMERIC, "declared so")
              : byValues(found, "to SQLite the declared type means nothing");
    };
  }

  private static Chosen moment(String base, Found found) {
    if (found.values() == 0) {
      boolean zone = base.endsWith("TZ") || base.endsWith("WITH TIME ZONE");
      return new Chosen(zone ? TIMESTAMPTZ : TIMESTAMP, "declared so");
    }
    if (found.all(Trait.TIMESTAMP_WITH_ZONE)) {
      return new Chosen(TIMESTAMPTZ, "every value is a time with a zone");
    }
    return found.all(Trait.TIMESTAMP)
        ? new Chosen(TIMESTAMP, "every value is a time without a zone")
        : other(found, "not every value is a time");
  }

  /** What is declared cannot be had. */
  private static Chosen other(Found found, String because) {
    return found.only(FieldForm.INTEGER)
        ? new Chosen(BIGINT, because + ", but every one is a whole number")
        : new Chosen(TEXT, because);
  }

  private static Chosen byValues(Found found, String because) {
    if (found.values() == 0) {
      return new Chosen(TEXT, because + ", and there is no value");
    }
    if (found.only(FieldForm.INTEGER)) {
      return new Chosen(BIGINT, because + ", and every value is a whole number");
    }
    if (found.areDoubles()) {
      return new Chosen(DOUBLE, because + ", and every value is a double");
    }
    if (found.areNumbers()) {
      return new Chosen(NUMERIC, because + ", and every value is a number");
    }
    if (found.only(FieldForm.BYTES)) {
      return new Chosen(BYTEA, because + ", and every value is bytes");
    }
    return new Chosen(
        TEXT,
        because
            + (found.only(FieldForm.TEXT)
                ? ", and every value is text"
                : ", and the values are of several kinds"));
  }

  /** A declared type without what stands in parentheses. */
  static String base(String declared) {
    int paren = declared.indexOf('(');
    return (paren < 0 ? declared : declared.substring(0, paren)).strip();
  }

  /** A type that a person wrote, as the server prints it. */
  static String printed(String written) {
    String base = base(written);
    String modifier = written.strip().substring(base.length()).strip();
    String known = PRINTED.get(base.toLowerCase(Locale.ROOT));
    if (known == null) {
      return written.strip();
    }
    // timestamp(3) without time zone
    int space = known.startsWith("time") ? known.indexOf(' ') : -1;
    return space < 0
        ? known + modifier
        : known.substring(0, space) + modifier + known.substring(space);
  }

  /** How values of a type compare. */
  static ValueKind kind(String type) {
    return switch (base(type)) {
      case BIGINT, "integer", "smallint", NUMERIC, DOUBLE, "real" -> ValueKind.NUMBER;
      case TEXT, "character varying" -> ValueKind.TEXT;
      case BOOLEAN -> ValueKind.BOOLEAN;
      default -> ValueKind.OTHER;
    };
  }
}
