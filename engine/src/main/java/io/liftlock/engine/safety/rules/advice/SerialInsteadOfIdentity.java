package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A serial column, which is less than an identity column. Hazard C36. */
public final class SerialInsteadOfIdentity implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    NewColumns.visit(
        moment,
        (table, column) -> {
          if (column.type().name().contains("serial")) {
            findings.add(
                column.at(),
                NewColumns.shown(moment, table, column) + " is serial, which is only a default",
                "the sequence has privileges of its own that are forgotten, and writing the column"
                    + " by hand makes later inserts fail");
          }
        });
  }
}
