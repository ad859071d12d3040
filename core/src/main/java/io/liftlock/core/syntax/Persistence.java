package io.liftlock.core.syntax;

/** Who sees a table, and what it survives. */
public enum Persistence {
  PERMANENT,
  UNLOGGED,
  TEMPORARY
}
