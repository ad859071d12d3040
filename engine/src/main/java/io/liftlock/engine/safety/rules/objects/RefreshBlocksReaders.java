package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.RefreshView;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.Optional;

/** REFRESH MATERIALIZED VIEW without CONCURRENTLY. Hazard M28. */
public final class RefreshBlocksReaders implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(RefreshView.class)
        .filter(refresh -> !refresh.concurrently() && !moment.isFresh(refresh.name()))
        .ifPresent(
            refresh -> {
              String view = moment.shown(refresh.name());
              findings.add(
                  0,
                  "REFRESH MATERIALIZED VIEW takes ACCESS EXCLUSIVE on "
                      + view
                      + " and writes it anew",
                  "Readers of " + view + " wait until its query is done",
                  way(moment, refresh));
            });
  }

  private static Optional<Fix> way(Moment moment, RefreshView refresh) {
    return !moment.inBody()
            && refresh.withData()
            && FullUniqueIndex.of(moment, refresh.name()).isPresent()
        ? Optional.of(
            Fix.rewrite(
                new SafeStep(
                    "REFRESH MATERIALIZED VIEW CONCURRENTLY " + refresh.name() + ";",
                    SafeStep.Where.OWN_TRANSACTION,
                    "Readers go on and see the old rows until it is done")))
        : Optional.empty();
  }
}
