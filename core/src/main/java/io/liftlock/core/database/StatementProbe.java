package io.liftlock.core.database;

import io.liftlock.core.sql.Statement;

/** Looks into the catalog whether a statement has taken effect. Changes nothing. */
public interface StatementProbe {

  /** What the catalog tells of this statement. */
  Evidence probe(Statement statement);
}
