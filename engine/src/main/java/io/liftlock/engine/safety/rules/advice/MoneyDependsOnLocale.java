package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A column of type money. Hazard C36. */
public final class MoneyDependsOnLocale implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    NewColumns.visit(
        moment,
        (table, column) -> {
          if (column.type().name().equals("money")) {
            findings.add(
                column.at(),
                NewColumns.shown(moment, table, column)
                    + " is money, whose meaning depends on a setting of the session",
                "lc_monetary decides about currency and digits: a dump read under another one"
                    + " changes amounts");
          }
        });
  }
}
