package io.liftlock.engine.transfer.form;

import io.liftlock.core.transfer.FieldForm;
import java.util.Locale;
import java.util.Set;

/** What a column of SQLite does to values that it is given. */
public final class SqliteForms {

  /**
   * What SQLite makes of a declared type ("Datatypes In SQLite", section 3.1, "Determination Of
   * Column Affinity").
   */
  public enum Affinity {
    INTEGER,
    TEXT,
    /** None: values are kept as they come. */
    BLOB,
    REAL,
    NUMERIC
  }

  /**
   * Types of PostgreSQL whose text never looks like a number, which NUMERIC would turn into one.
   */
  private static final Set<String> NEVER_A_NUMBER =
      Set.of(
          "date",
          "time without time zone",
          "time with time zone",
          "timestamp without time zone",
          "timestamp with time zone",
          "interval",
          "uuid",
          "macaddr",
          "macaddr8",
          "inet",
          "cidr");

  private SqliteForms() {}

  /** The affinity of a column that is declared so. */
  public static Affinity affinity(String declared) {
    String type = declared.toUpperCase(Locale.ROOT);
    if (type.contains("INT")) {
      return Affinity.INTEGER;
    }
    if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
      return Affinity.TEXT;
    }
    // ANY keeps values as they come in a STRICT table only; elsewhere it is NUMERIC by the rules,
    // and its text would change. The stricter reading is taken.
    if (type.isBlank() || type.contains("BLOB")) {
      return Affinity.BLOB;
    }
    if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
      return Affinity.REAL;
    }
    return Affinity.NUMERIC;
  }

  /**
   * Whether a column keeps every value of a type of PostgreSQL as it comes.
   *
   * @param declared the column's type in SQLite
   * @param form how the values arrive
   * @param type their type in PostgreSQL
   */
  public static boolean keeps(String declared, FieldForm form, PostgresType type) {
    Affinity affinity = affinity(declared);
    return switch (form) {
      case INTEGER ->
          affinity == Affinity.INTEGER
              || affinity == Affinity.NUMERIC
              || affinity == Affinity.BLOB
              || isAny(declared);
      case REAL -> affinity == Affinity.REAL || affinity == Affinity.BLOB || isAny(declared);
      // Every affinity leaves BLOBs alone.
      case BYTES -> true;
      case TEXT ->
          affinity == Affinity.TEXT
              || affinity == Affinity.BLOB
              || (!type.array() && NEVER_A_NUMBER.contains(type.name()));
      case ANY, NATIVE -> false;
    };
  }

  /** Whether a column keeps every value that another one of SQLite may hold. */
  public static boolean keepsAll(String declared, String source) {
    Affinity affinity = affinity(declared);
    return affinity == affinity(source)
        || affinity == Affinity.BLOB
        || (isWhole(affinity) && isWhole(affinity(source)));
  }

  private static boolean isWhole(Affinity affinity) {
    return affinity == Affinity.INTEGER || affinity == Affinity.NUMERIC;
  }

  private static boolean isAny(String declared) {
    return declared.equalsIgnoreCase("ANY");
  }
}
