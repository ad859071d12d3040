package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.DropColumn;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.DropColumnPlan;

/** The column that goes refers to another table: that one is locked, too. Hazard C18. */
public final class DropColumnLocksReferencedTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        DropColumn.class,
        (alter, action) ->
            moment.outline().table(alter.name()).stream()
                .flatMap(table -> table.constraints(Kind.FOREIGN_KEY).stream())
                .filter(key -> key.columns().contains(action.column()))
                .flatMap(key -> key.references().stream())
                .filter(other -> !other.equals(moment.outline().resolve(alter.name())))
                .distinct()
                .flatMap(
                    other -> Waiting.lockOn(moment, moment.alone(alter, action), other).stream())
                .forEach(
                    lock ->
                        findings.add(
                            action.at(),
                            "the foreign key of "
                                + moment.shown(alter.name(), action.column())
                                + " goes with it, and "
                                + moment.shown(lock.relation())
                                + " is locked, too",
                            Waiting.on(moment, lock),
                            DropColumnPlan.of(moment, alter, action))));
  }
}
