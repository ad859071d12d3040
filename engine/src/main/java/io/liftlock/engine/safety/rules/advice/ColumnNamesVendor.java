package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.List;

/** A column that is named after a vendor of many. Principle of design. */
public final class ColumnNamesVendor implements Rule {

  private static final List<String> VENDORS =
      List.of(
          "alpaca",
          "binance",
          "bitmex",
          "bybit",
          "coinbase",
          "deribit",
          "etrade",
          "ibkr",
          "kraken",
          "okx",
          "oanda",
          "robinhood",
          "schwab",
          "tradier",
          "stripe",
          "paypal",
          "adyen",
          "braintree",
          "twilio",
          "sendgrid",
          "mailchimp",
          "discord",
          "slack",
          "telegram");

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    NewColumns.visit(
        moment,
        (table, column) -> {
          if (VENDORS.stream().anyMatch(vendor -> names(column.name(), vendor))) {
            findings.add(
                column.at(),
                NewColumns.shown(moment, table, column) + " is named after one vendor of many",
                "each further vendor needs a migration and a change of every query");
          }
        });
  }

  private static boolean names(String column, String vendor) {
    return List.of(column.split("_")).contains(vendor);
  }
}
