package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.OwnTransaction;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A transaction that adds foreign keys to several tables in use holds locks on all of them. Hazard
 * K5.
 */
public final class SeveralForeignKeysInTransaction implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    Set<RelationName> now = referenced(moment, moment.command(), moment.forecast());
    Set<RelationName> before = new TreeSet<>();
    moment
        .transaction()
        .before()
        .forEach(past -> before.addAll(referenced(moment, past.command(), past.forecast())));
    Set<RelationName> all = new TreeSet<>(before);
    all.addAll(now);
    if (now.isEmpty() || all.size() < 2 || before.containsAll(now)) {
      return;
    }
    findings.add(
        ForeignKeys.of(moment.command()).get(0).at(),
        "one transaction adds foreign keys to "
            + all.stream().map(moment::shown).collect(Collectors.joining(", ")),
        "SHARE ROW EXCLUSIVE on each of them until the end of the transaction: writes wait, and an"
            + " application that writes them in another order is in a deadlock",
        before.isEmpty()
            ? Optional.empty()
            : OwnTransaction.of(moment, "One foreign key in one transaction"));
  }

  /** The tables in use that a command refers to by a new foreign key. */
  private static Set<RelationName> referenced(Moment moment, Command command, Forecast forecast) {
    Set<RelationName> names = new TreeSet<>();
    for (ConstraintDefinition key : ForeignKeys.of(command)) {
      key.references()
          .flatMap(other -> Waiting.lockOn(moment, forecast, other))
          .ifPresent(lock -> names.add(lock.relation()));
    }
    return names;
  }
}
