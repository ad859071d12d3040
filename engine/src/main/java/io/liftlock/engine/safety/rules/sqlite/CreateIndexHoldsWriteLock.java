package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** CREATE INDEX of a table in use: nobody else writes to the file meanwhile. */
public final class CreateIndexHoldsWriteLock implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateIndex.class)
        .filter(made -> !moment.isFresh(made.table()))
        .ifPresent(
            made ->
                findings.add(
                    0,
                    "CREATE INDEX reads all of "
                        + moment.shown(made.table())
                        + " under the only write lock of the database",
                    "Every other writer of the file waits, or fails with \"database is locked\""
                        + " when its busy timeout is over"));
  }
}
