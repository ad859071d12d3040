package io.liftlock.engine.transfer.form;

import io.liftlock.core.schema.Affinity;
import io.liftlock.core.transfer.FieldForm;
import java.util.Set;

/** What a column of SQLite does to values that it is given. */
public final class SqliteForms {

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

  /**
   * Whether a column keeps every value of a type of PostgreSQL as it comes.
   *
   * @param declared the column's type in SQLite
   * @param form how the values arrive
   * @param type their type in PostgreSQL
   */
  public static boolean keeps(String declared, FieldForm form, PostgresType type) {
    Affinity affinity = Affinity.of(declared);
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
    Affinity affinity = Affinity.of(declared);
    return affinity == Affinity.of(source)
        || affinity == Affinity.BLOB
        || (isWhole(affinity) && isWhole(Affinity.of(source)));
  }

  private static boolean isWhole(Affinity affinity) {
    return affinity == Affinity.INTEGER || affinity == Affinity.NUMERIC;
  }

  private static boolean isAny(String declared) {
    return declared.equalsIgnoreCase("ANY");
  }
}
