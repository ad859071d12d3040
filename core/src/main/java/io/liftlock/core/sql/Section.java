package io.liftlock.core.sql;

/** Which part of a migration file a statement stands in. */
public enum Section {
  UP,
  DOWN
}
