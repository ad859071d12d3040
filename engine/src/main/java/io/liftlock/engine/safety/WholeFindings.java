package io.liftlock.engine.safety;

import io.liftlock.core.error.Place;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.Severity;
import java.util.List;
import java.util.Optional;

/** Writes down what a rule finds in a migration as a whole. */
record WholeFindings(Whole whole, Rule rule, Severity severity, List<Found> found)
    implements Findings {

  @Override
  public void add(int at, String message, String breaks) {
    add(message, breaks, Optional.empty());
  }

  @Override
  public void add(int at, String message, String breaks, Fix fix) {
    add(message, breaks, Optional.of(fix));
  }

  @Override
  public Findings of(Moment moment) {
    return new MomentFindings(moment, rule, severity, found);
  }

  private void add(String message, String breaks, Optional<Fix> fix) {
    found.add(
        new Found(
            0,
            0,
            new Finding(
                rule.id(),
                severity,
                Place.of(whole.script().file()),
                0,
                "",
                message,
                breaks,
                Forecast.NOTHING,
                Optional.empty(),
                fix,
                Optional.empty())));
  }
}
