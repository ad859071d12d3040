package io.liftlock.engine.transfer.translate;

/**
 * What a column of PostgreSQL becomes in SQLite.
 *
 * @param type what is declared: INTEGER, REAL, TEXT or BLOB, whose affinity alters no value
 * @param because why
 * @param kind how values compare on both sides
 * @param check what every value obeys, with {@code %s} for the column; empty for nothing
 * @param ignoresCase whether {@code A} equals {@code a}
 */
record SqliteType(String type, String because, ValueKind kind, String check, boolean ignoresCase) {

  static final String INTEGER = "INTEGER";
  static final String REAL = "REAL";
  static final String TEXT = "TEXT";
  static final String BLOB = "BLOB";

  /** A type that asks nothing more of its values. */
  static SqliteType of(String type, String because, ValueKind kind) {
    return new SqliteType(type, because, kind, "", false);
  }

  /** Text that SQLite compares as PostgreSQL does as long as only equality counts. */
  static SqliteType text(String because) {
    return of(TEXT, because, ValueKind.TEXT);
  }

  /** Text that stands for something else and must not be compared as text. */
  static SqliteType written(String because) {
    return of(TEXT, because, ValueKind.OTHER);
  }
}
