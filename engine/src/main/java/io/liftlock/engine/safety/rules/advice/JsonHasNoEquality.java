package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A column of type json, whose values cannot be compared. Hazard C35. */
public final class JsonHasNoEquality implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    NewColumns.visit(
        moment,
        (table, column) -> {
          if (column.type().name().equals("json")) {
            findings.add(
                column.at(),
                NewColumns.shown(moment, table, column) + " is json, which has no equality",
                "SELECT DISTINCT, GROUP BY and UNION over it fail (42883), and every read parses"
                    + " its text anew");
          }
        });
  }
}
