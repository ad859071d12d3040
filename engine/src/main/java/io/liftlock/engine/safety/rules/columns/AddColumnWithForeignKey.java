package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.ColumnSteps;

/**
 * A new column that refers to another table: that table is locked, too. Rows are read only where
 * the column has a default. Hazard C13.
 */
public final class AddColumnWithForeignKey implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddColumn.class,
        (alter, action) -> {
          for (ConstraintDefinition key : action.column().constraints()) {
            key.references()
                .filter(other -> !other.equals(alter.name()))
                .flatMap(other -> Waiting.lockOn(moment, moment.alone(alter, action), other))
                .ifPresent(lock -> report(moment, alter, action, lock, findings));
          }
        });
  }

  private static void report(
      Moment moment, AlterTable alter, AddColumn action, ExpectedLock lock, Findings findings) {
    String other = moment.shown(lock.relation());
    boolean scans = Added.touchesRows(moment, alter, action);
    findings.add(
        action.at(),
        moment.shown(alter.name(), action.column().name())
            + " refers to "
            + other
            + ", which is locked with "
            + moment.shown(alter.name())
            + (scans ? " while the rows of both are read" : ""),
        Waiting.on(moment, lock) + (scans ? " until all rows have been read" : ""),
        ColumnSteps.of(moment, alter, action, Added.rewrites(moment, alter, action)));
  }
}
