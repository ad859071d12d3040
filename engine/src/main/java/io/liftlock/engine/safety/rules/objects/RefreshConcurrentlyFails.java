package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.RefreshView;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** REFRESH … CONCURRENTLY needs a unique index over all rows. Hazard M28. */
public final class RefreshConcurrentlyFails implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(RefreshView.class)
        .filter(RefreshView::concurrently)
        .filter(
            refresh ->
                moment
                    .outline()
                    .table(refresh.name())
                    .filter(view -> view.kind() == RelationKind.MATERIALIZED_VIEW)
                    .isPresent())
        .filter(refresh -> FullUniqueIndex.of(moment, refresh.name()).isEmpty())
        .ifPresent(
            refresh ->
                findings.add(
                    0,
                    moment.shown(refresh.name())
                        + " has no unique index of plain columns over all of its rows",
                    "The server refuses to refresh it concurrently (55000), and the migration stops"
                        + " here"));
  }
}
