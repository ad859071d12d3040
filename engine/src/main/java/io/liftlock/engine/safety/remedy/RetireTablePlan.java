package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.engine.safety.Moment;

/** A table that goes in steps that can each be taken back. */
public final class RetireTablePlan {

  private RetireTablePlan() {}

  /** Instead of {@code DROP TABLE}: its foreign keys, its name, and at last its rows. */
  public static Fix of(Moment moment, RelationName table) {
    String name = moment.shown(table);
    RelationName old = new RelationName(table.schema(), Target.joined(table.name(), "", "old"));
    StepList steps = new StepList();
    moment.outline().table(table).stream()
        .flatMap(known -> known.constraints(ConstraintDefinition.Kind.FOREIGN_KEY).stream())
        .forEach(
            key ->
                steps.own(
                    "Two tables are locked for a moment, one foreign key at a time",
                    "ALTER TABLE " + name + " DROP CONSTRAINT " + RelationName.quoted(key.name())));
    return steps
        .own(
            "Whoever still needs it fails now, and one RENAME back helps",
            "ALTER TABLE " + name + " RENAME TO " + RelationName.quoted(old.name()))
        .later("Nobody has missed it", "DROP TABLE " + moment.shown(old))
        .plan();
  }
}
