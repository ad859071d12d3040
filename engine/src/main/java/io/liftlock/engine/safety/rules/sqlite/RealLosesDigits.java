package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.schema.Affinity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.List;

/** Money and identifiers in a column of floating point numbers. */
public final class RealLosesDigits implements Rule {

  private static final List<String> MONEY =
      List.of(
          "price", "amount", "balance", "cost", "fee", "salary", "money", "total", "tax",
          "payment");

  private static final List<String> IDENTIFIERS = List.of("id", "isbn", "ean", "iban");

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
      if (!type.isEmpty() && Affinity.of(type) == Affinity.REAL) {
        if (made.isCalled(MONEY)) {
          findings.add(
              made.column().at(),
              made.shown(moment) + " keeps money as a floating point number",
              "0.1 + 0.2 is not 0.3: sums are off by cents; keep the smallest unit as INTEGER");
        } else if (made.isCalled(IDENTIFIERS)) {
          findings.add(
              made.column().at(),
              made.shown(moment) + " keeps an identifier as a floating point number",
              "From 9007199254740993 on, two identifiers become one; use INTEGER or TEXT");
        }
      }
    }
  }
}
