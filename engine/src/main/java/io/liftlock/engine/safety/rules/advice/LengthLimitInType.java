package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A column of type varchar(n). Hazard C36. */
public final class LengthLimitInType implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    NewColumns.visit(
        moment,
        (table, column) -> {
          if (column.type().name().equals("character varying")
              && !column.type().modifiers().isEmpty()) {
            findings.add(
                column.at(),
                NewColumns.shown(moment, table, column) + " has its limit in its type",
                "a smaller limit means reading or writing the whole table under ACCESS EXCLUSIVE"
                    + " one day");
          }
        });
  }
}
