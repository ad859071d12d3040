package io.liftlock.core.database;

import io.liftlock.core.sql.Statement;
import io.liftlock.core.syntax.Reading;

/** Reads statements by the dialect's own grammar. Needs no connection. */
public interface SqlParser {

  /**
   * Reads a statement. Never throws for what a person may write: what the grammar refuses is a
   * {@link Reading.Refused} with its place.
   */
  Reading read(Statement statement);
}
