package io.liftlock.core.schema;

import java.util.Locale;

/**
 * What SQLite makes of a column's declared type ("Datatypes In SQLite", section 3.1, "Determination
 * Of Column Affinity").
 */
public enum Affinity {
  INTEGER,
  TEXT,
  /** None: values are kept as they come. */
  BLOB,
  REAL,
  NUMERIC;

  /**
   * The affinity of a column that is declared so. ANY, which keeps values as they come in a STRICT
   * table only, is NUMERIC by these rules.
   */
  public static Affinity of(String declared) {
    String type = declared.toUpperCase(Locale.ROOT);
    if (type.contains("INT")) {
      return INTEGER;
    }
    if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
      return TEXT;
    }
    if (type.contains("BLOB") || type.isBlank()) {
      return BLOB;
    }
    boolean real = type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB");
    return real ? REAL : NUMERIC;
  }

  /** Whether every value of a column of this affinity stays what it is in one of another. */
  public boolean keepsValuesAs(Affinity other) {
    if (this == other || other == BLOB) {
      return true;
    }
    return switch (this) {
      case INTEGER -> other != REAL;
      case NUMERIC -> other == INTEGER;
      case REAL -> other == INTEGER || other == NUMERIC;
      case TEXT, BLOB -> false;
    };
  }
}
