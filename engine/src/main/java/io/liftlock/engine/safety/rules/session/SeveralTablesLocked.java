package io.liftlock.engine.safety.rules.session;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.OwnTransaction;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One transaction takes ACCESS EXCLUSIVE on one table after the other. Hazards T3, T4. */
public final class SeveralTablesLocked implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    Set<RelationName> before =
        moment.transaction().held().entrySet().stream()
            .filter(lock -> lock.getValue() == LockMode.ACCESS_EXCLUSIVE)
            .map(lock -> lock.getKey())
            .filter(name -> isTable(moment, name))
            .collect(Collectors.toCollection(TreeSet::new));
    if (before.isEmpty() || moment.command(AlterTable.class).isEmpty()) {
      return;
    }
    Set<RelationName> now =
        moment.forecast().locks().stream()
            .filter(lock -> lock.mode() == LockMode.ACCESS_EXCLUSIVE)
            .map(ExpectedLock::relation)
            .map(moment.outline()::resolve)
            .filter(name -> isTable(moment, name) && !before.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    if (now.isEmpty()) {
      return;
    }
    findings.add(
        0,
        "the transaction takes ACCESS EXCLUSIVE on "
            + names(moment, now)
            + " and holds it on "
            + names(moment, before)
            + " already",
        "Reads and writes of "
            + names(moment, before)
            + " wait for as long as "
            + names(moment, now)
            + " is waited for, and an application that uses them in the other order is in a"
            + " deadlock",
        OwnTransaction.of(moment, "One table in one transaction"));
  }

  private static boolean isTable(Moment moment, RelationName name) {
    return moment.outline().table(name).isPresent();
  }

  private static String names(Moment moment, Set<RelationName> names) {
    return names.stream().map(moment::shown).collect(Collectors.joining(", "));
  }
}
