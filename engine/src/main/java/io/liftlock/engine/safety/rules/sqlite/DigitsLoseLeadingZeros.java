package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.schema.Affinity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.List;
import java.util.Set;

/** Texts of digits, such as telephone numbers, in a column that takes them for numbers. */
public final class DigitsLoseLeadingZeros implements Rule {

  private static final Set<Affinity> NUMBERS =
      Set.of(Affinity.INTEGER, Affinity.NUMERIC, Affinity.REAL);

  private static final List<String> DIGITS =
      List.of(
          "phone",
          "telephone",
          "mobile",
          "fax",
          "zip",
          "zipcode",
          "postcode",
          "postal_code",
          "zip_code",
          "isbn",
          "ean",
          "iban",
          "bic",
          "ssn",
          "account_number",
          "card_number");

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
      if (!type.isEmpty() && NUMBERS.contains(Affinity.of(type)) && made.isCalled(DIGITS)) {
        findings.add(
            made.column().at(),
            made.shown(moment)
                + " is "
                + made.column().type().written()
                + ": a text of digits that is written to it becomes a number",
            "'00123' is read back as 123: leading zeros and plus signs are lost; use TEXT");
      }
    }
  }
}
