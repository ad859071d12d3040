package io.liftlock.engine.transfer.translate;

/** Which values can be compared in both kinds of databases, and come out alike. */
enum ValueKind {
  /** Compared by size. */
  NUMBER,
  /** Only equal or not: which text is the greater one is decided by collations. */
  TEXT,
  /** True or false in PostgreSQL, 1 or 0 in SQLite. */
  BOOLEAN,
  /** At most NULL or not. */
  OTHER
}
