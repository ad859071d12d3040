package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.LockTable;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.Optional;
import java.util.stream.Collectors;

/** LOCK TABLE in a mode that keeps others waiting. Hazard M46. */
public final class ExplicitLockBlocks implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(LockTable.class)
        .filter(lock -> lock.mode().blocksWrites() && !lock.nowait())
        .filter(lock -> !Together.givesUpSoon(moment))
        .filter(lock -> !moment.inUse(lock.tables()).isEmpty())
        .ifPresent(
            lock -> {
              String tables =
                  moment.inUse(lock.tables()).stream()
                      .map(moment::shown)
                      .collect(Collectors.joining(" and "));
              findings.add(
                  0,
                  "LOCK TABLE takes " + lock.mode().sql() + " on " + tables,
                  (lock.mode().blocksReads() ? "Reads and writes" : "Writes")
                      + " of "
                      + tables
                      + " queue behind it, for as long as it waits and until the transaction ends",
                  moment.inBody()
                      ? Optional.empty()
                      : Optional.of(
                          Fix.rewrite(
                              new SafeStep(
                                  "SET LOCAL lock_timeout = '2s';\n"
                                      + moment.statement().text().strip().replaceFirst(";?$", ";"),
                                  SafeStep.Where.SAME_TRANSACTION,
                                  "It gives up instead of letting others queue"))));
            });
  }
}
