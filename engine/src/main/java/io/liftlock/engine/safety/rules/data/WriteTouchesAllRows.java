package io.liftlock.engine.safety.rules.data;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Write;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.BatchPlan;

/** UPDATE or DELETE of every row of a table in one statement. Hazard T1. */
public final class WriteTouchesAllRows implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Write.class)
        .filter(write -> write.kind() == Write.Kind.UPDATE || write.kind() == Write.Kind.DELETE)
        // Joined with another relation it writes the rows that match.
        .filter(write -> write.where().isEmpty() && write.source().isEmpty())
        .filter(write -> !moment.isFresh(write.table()))
        .ifPresent(
            write ->
                findings.add(
                    0,
                    write.kind() + " writes every row of " + moment.shown(write.table()),
                    "Whoever writes one of these rows waits until the transaction ends; standbys"
                        + " fall behind, and VACUUM removes nothing meanwhile",
                    BatchPlan.of(moment)));
  }
}
