package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.Vacuum;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;

/** VACUUM behind a BEGIN. */
public final class VacuumInTransaction implements Rule {

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
        (moment, state) -> {
          if (state.isInTransaction() && moment.command(Vacuum.class).isPresent()) {
            findings
                .of(moment)
                .add(
                    0,
                    "VACUUM cannot run inside a transaction",
                    "The migration fails here, and the transaction around it is undone");
          }
        });
  }
}
