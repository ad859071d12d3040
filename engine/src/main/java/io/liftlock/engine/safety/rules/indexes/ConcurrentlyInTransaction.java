package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** What CONCURRENTLY does cannot run in a transaction. Hazards I2, I13, M31. */
public final class ConcurrentlyInTransaction implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    if (!moment.inBody() && !moment.transaction().open()) {
      return;
    }
    Concurrent.what(moment.command())
        .ifPresent(
            what ->
                findings.add(
                    0,
                    what + " stands in a transaction" + (moment.inBody() ? " (DO)" : ""),
                    "The server refuses it (25001), and the migration stops here"));
  }
}
