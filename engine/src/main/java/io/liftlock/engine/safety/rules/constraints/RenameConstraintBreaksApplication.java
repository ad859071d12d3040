package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.RenameConstraint;
import io.liftlock.core.syntax.Alteration.RenameTo;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.IndexOutline;

/** A constraint, or the index that it stands on, gets another name. Hazard K15. */
public final class RenameConstraintBreaksApplication implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        RenameConstraint.class,
        (alter, action) -> {
          if (!moment.isFresh(alter.name())) {
            report(action.constraint(), action.newName(), action.at(), findings);
          }
        });
    moment.alterations(
        RenameTo.class,
        (alter, action) ->
            moment
                .outline()
                .index(alter.name())
                .filter(index -> !moment.isFresh(index.table()))
                .flatMap(IndexOutline::constraint)
                .ifPresent(name -> report(name, action.newName(), action.at(), findings)));
  }

  private static void report(String name, String newName, int at, Findings findings) {
    findings.add(
        at,
        "the constraint "
            + RelationName.quoted(name)
            + " is called "
            + RelationName.quoted(newName)
            + " from now on",
        "ON CONFLICT ON CONSTRAINT with the old name fails with 42704, and code that tells errors"
            + " apart by the constraint's name no longer does");
  }
}
