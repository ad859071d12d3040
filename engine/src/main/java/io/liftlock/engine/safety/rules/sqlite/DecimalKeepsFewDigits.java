package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.schema.Affinity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** DECIMAL(p, s), which is only an affinity: numbers are kept as floating point. */
public final class DecimalKeepsFewDigits implements Rule {

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
    for (NewColumn made : NewColumn.in(moment)) {
      String type = made.column().type().name();
      boolean decimal =
          Affinity.of(type) == Affinity.NUMERIC
              && (type.startsWith("dec") || type.startsWith("num"))
              && !made.strict();
      if (decimal && (made.column().type().modifiers().size() == 2 || type.startsWith("dec"))) {
        findings.add(
            made.column().at(),
            made.shown(moment)
                + " is "
                + made.column().type().written()
                + ", which SQLite takes for NUMERIC: a number with a fraction is kept as floating"
                + " point",
            "Only about 15 digits stay, and neither precision nor scale is checked; keep the"
                + " smallest unit as INTEGER");
      }
    }
  }
}
