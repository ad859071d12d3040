package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A column of type char(n). Hazard C36. */
public final class CharPadsWithBlanks implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    NewColumns.visit(
        moment,
        (table, column) -> {
          if (column.type().name().equals("character") && !column.type().array()) {
            findings.add(
                column.at(),
                NewColumns.shown(moment, table, column)
                    + " is char(n), which pads every value with blanks",
                "comparisons and lengths surprise, nothing is saved, and a longer value means"
                    + " writing the table anew");
          }
        });
  }
}
