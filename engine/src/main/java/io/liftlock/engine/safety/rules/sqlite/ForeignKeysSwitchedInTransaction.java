package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.Pragma;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;

/** PRAGMA foreign_keys behind a BEGIN, where SQLite ignores it. */
public final class ForeignKeysSwitchedInTransaction implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    Enforcement.follow(
        whole,
        (moment, state) ->
            moment
                .command(Pragma.class)
                .filter(pragma -> Enforcement.switchesKeys(pragma) && state.isInTransaction())
                .ifPresent(
                    pragma ->
                        findings
                            .of(moment)
                            .add(
                                0,
                                "PRAGMA foreign_keys has no effect inside a transaction, and SQLite"
                                    + " does not say so",
                                "Foreign keys stay as they were: a table that is made anew here"
                                    + " loses the rows of its children by ON DELETE CASCADE")));
  }
}
