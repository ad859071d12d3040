package io.liftlock.engine.safety.rules.session;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/**
 * A table is altered several times, each in a transaction of its own, though one ALTER could do all
 * of it. Hazard T5.
 */
public final class SeveralAltersOfTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    AlterTable now = moment.command(AlterTable.class).orElse(null);
    if (now == null || !isQuick(now, moment.forecast()) || moment.isFresh(now.name())) {
      return;
    }
    moment.transaction().before().stream()
        .reduce((first, second) -> second)
        .filter(past -> past.command() instanceof AlterTable)
        .filter(
            past -> {
              AlterTable before = (AlterTable) past.command();
              return isQuick(before, past.forecast())
                  && moment
                      .outline()
                      .resolve(before.name())
                      .equals(moment.outline().resolve(now.name()));
            })
        .ifPresent(
            past ->
                findings.add(
                    0,
                    "the statement before it alters " + moment.shown(now.name()) + ", too",
                    "Nobody notices in one transaction; apart from each other both would wait in"
                        + " the queue for the table, so one ALTER with commas is the better form"));
  }

  /** What reads or writes all rows is better kept apart. */
  private static boolean isQuick(AlterTable alter, Forecast forecast) {
    return alter.kind() == RelationKind.TABLE
        && forecast.scanned().isEmpty()
        && forecast.rewritten().isEmpty();
  }
}
