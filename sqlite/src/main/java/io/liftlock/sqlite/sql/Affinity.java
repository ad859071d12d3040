package io.liftlock.sqlite.sql;

import java.util.Locale;

/** What SQLite makes of a column's declared type (datatype3.html, section 3.1). */
public enum Affinity {
  INTEGER,
  TEXT,
  BLOB,
  REAL,
  NUMERIC;

  public static Affinity of(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    if (upper.contains("INT")) {
      return INTEGER;
    }
    if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
      return TEXT;
    }
    if (upper.contains("BLOB") || upper.isEmpty()) {
      return BLOB;
    }
    boolean real = upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB");
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
