package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A column of type timestamp without time zone. Hazard C36. */
public final class TimestampWithoutTimeZone implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    NewColumns.visit(
        moment,
        (table, column) -> {
          if (column.type().name().equals("timestamp without time zone")) {
            findings.add(
                column.at(),
                NewColumns.shown(moment, table, column) + " does not know its time zone",
                "the same instant is written differently by sessions in different zones, and an"
                    + " hour comes twice a year");
          }
        });
  }
}
