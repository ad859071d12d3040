package io.liftlock.engine.run;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;

/** Makes statements out of SQL that stands in no file. */
public final class AdHocStatement {

  private AdHocStatement() {}

  /**
   * The first statement of a text.
   *
   * @param origin where the text is from, in place of a file
   */
  public static Statement of(String origin, Dialect dialect, String sql) {
    return new ScriptReader().read(origin, sql, dialect).iterator().next();
  }
}
