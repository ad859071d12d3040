package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.DropConstraint;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.outline.ConstraintOutline;

/** To drop a foreign key locks the table that it refers to as well. Hazard K12. */
public final class DropForeignKeyLocksReferencedTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        DropConstraint.class,
        (alter, action) ->
            moment
                .outline()
                .table(alter.name())
                .flatMap(table -> table.constraint(action.constraint()))
                .flatMap(ConstraintOutline::references)
                .filter(other -> !other.equals(moment.outline().resolve(alter.name())))
                .flatMap(other -> Waiting.lockOn(moment, moment.alone(alter, action), other))
                .ifPresent(
                    lock ->
                        findings.add(
                            action.at(),
                            "to drop the foreign key of "
                                + moment.shown(alter.name())
                                + " locks "
                                + moment.shown(lock.relation())
                                + ", too",
                            Waiting.on(moment, lock))));
  }
}
