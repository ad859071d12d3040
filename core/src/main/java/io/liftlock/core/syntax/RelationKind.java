package io.liftlock.core.syntax;

/** The word behind ALTER. */
public enum RelationKind {
  TABLE,
  INDEX,
  VIEW,
  MATERIALIZED_VIEW,
  SEQUENCE,
  FOREIGN_TABLE
}
