package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.ValidateConstraint;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.OwnTransaction;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * VALIDATE in a transaction that holds a lock which others wait for: the lock is kept while rows
 * are read. Which lock that is makes a difference: that of a check stops reads and writes, that of
 * a foreign key only writes. Hazards K2, K16.
 */
public final class ValidateUnderStrongLock implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        ValidateConstraint.class,
        (alter, action) -> {
          List<ExpectedLock> held =
              moment.transaction().held().entrySet().stream()
                  .filter(lock -> lock.getValue().blocksWrites())
                  .map(lock -> new ExpectedLock(lock.getKey(), lock.getValue()))
                  .sorted(Comparator.comparing(ExpectedLock::relation))
                  .toList();
          if (!held.isEmpty() && !moment.alone(alter, action).scanned().isEmpty()) {
            findings.add(
                action.at(),
                "VALIDATE reads all rows of "
                    + moment.shown(alter.name())
                    + " while the transaction holds "
                    + held.stream()
                        .map(lock -> lock.mode().sql() + " on " + moment.shown(lock.relation()))
                        .collect(Collectors.joining(", ")),
                Waiting.on(moment, held) + " until all rows have been read",
                OwnTransaction.of(moment, "The locks taken before are given back first"));
          }
        });
  }
}
