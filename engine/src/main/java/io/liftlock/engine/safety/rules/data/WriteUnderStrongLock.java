package io.liftlock.engine.safety.rules.data;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Write;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.OwnTransaction;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Rows are written while the transaction holds a lock that others wait for. Hazard T2. */
public final class WriteUnderStrongLock implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    List<ExpectedLock> held =
        moment.transaction().held().entrySet().stream()
            .filter(lock -> lock.getValue().blocksWrites())
            .map(lock -> new ExpectedLock(lock.getKey(), lock.getValue()))
            .sorted(Comparator.comparing(ExpectedLock::relation))
            .toList();
    moment
        .command(Write.class)
        .filter(write -> !held.isEmpty() && takesLong(write) && !moment.isFresh(write.table()))
        .ifPresent(
            write ->
                findings.add(
                    0,
                    write.kind()
                        + " on "
                        + moment.shown(write.table())
                        + " runs while the transaction holds "
                        + held.stream()
                            .map(lock -> lock.mode().sql() + " on " + moment.shown(lock.relation()))
                            .collect(Collectors.joining(", ")),
                    (held.stream().anyMatch(lock -> lock.mode().blocksReads())
                            ? "Reads and writes"
                            : "Writes")
                        + " of "
                        + held.stream()
                            .map(lock -> moment.shown(lock.relation()))
                            .collect(Collectors.joining(", "))
                        + " wait until all rows are written",
                    OwnTransaction.of(moment, "The locks taken before are given back first")));
  }

  /** A few rows given one by one take no time. */
  private static boolean takesLong(Write write) {
    return write.kind() != Write.Kind.INSERT || write.source().isPresent();
  }
}
