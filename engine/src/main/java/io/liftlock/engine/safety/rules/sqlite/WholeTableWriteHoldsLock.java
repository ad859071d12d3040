package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.Write;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** UPDATE or DELETE of all rows of a table in use. */
public final class WholeTableWriteHoldsLock implements Rule {

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
        .command(Write.class)
        .filter(write -> write.kind() == Write.Kind.UPDATE || write.kind() == Write.Kind.DELETE)
        .filter(write -> write.where().isEmpty() && !moment.isFresh(write.table()))
        .ifPresent(
            write ->
                findings.add(
                    0,
                    write.kind()
                        + " touches every row of "
                        + moment.shown(write.table())
                        + " under the only write lock of the database",
                    "Every other writer of the file waits until COMMIT, or fails with \"database is"
                        + " locked\"; go through the keys in batches"));
  }
}
