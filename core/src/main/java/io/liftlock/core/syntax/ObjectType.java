package io.liftlock.core.syntax;

/** Kinds of object that commands name. */
public enum ObjectType {
  TABLE,
  FOREIGN_TABLE,
  VIEW,
  MATERIALIZED_VIEW,
  INDEX,
  SEQUENCE,
  COLUMN,
  CONSTRAINT,
  TRIGGER,
  RULE,
  POLICY,
  SCHEMA,
  DATABASE,
  FUNCTION,
  PROCEDURE,
  ROUTINE,
  AGGREGATE,
  TYPE,
  DOMAIN,
  EXTENSION,
  PUBLICATION,
  SUBSCRIPTION,
  STATISTICS,
  EVENT_TRIGGER,
  ROLE,
  OWNED,
  OTHER
}
