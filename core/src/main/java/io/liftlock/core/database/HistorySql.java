package io.liftlock.core.database;

import java.util.List;

/** History rows as SQL text, for scripts that people run by hand. Needs no connection. */
public interface HistorySql {

  /** SQL that makes the tables where they are missing, each statement with its semicolon. */
  String prepareSql();

  /**
   * SQL that writes these rows, each statement with its semicolon.
   *
   * @param rows {@link Work.Run} is not allowed
   */
  String writeSql(List<Work> rows);
}
