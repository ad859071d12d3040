package io.liftlock.core.database;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.sql.Dialect;

/** Opens databases of one kind. Found at start-up by {@link java.util.ServiceLoader}. */
public interface DatabaseDriver {

  /** Whether this driver opens that kind of URL. */
  boolean accepts(DatabaseUrl url);

  /** The dialect of every database it opens. */
  Dialect dialect();

  /** Reads statements by the grammar of this dialect. */
  SqlParser parser();

  /** Writes changes as SQL of this dialect. */
  Renderer renderer();

  /** History rows as text, for scripts that are written without a connection. */
  HistorySql historySql(HistoryTable table);

  /**
   * Connects. No table is made or read yet.
   *
   * @throws io.liftlock.core.error.DatabaseError where it cannot be reached; never holds the
   *     password
   */
  Database open(DatabaseUrl url, OpenOptions options);
}
