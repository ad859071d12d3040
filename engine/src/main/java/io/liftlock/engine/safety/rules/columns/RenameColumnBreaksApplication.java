package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.RenameColumn;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.RenamePlan;

/**
 * A column gets another name while applications use the old one. It takes a moment on every
 * version: it is the name that is the danger. Hazard C21.
 */
public final class RenameColumnBreaksApplication implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        RenameColumn.class,
        (alter, action) -> {
          if (!moment.isFresh(alter.name()) && !Columns.isNew(moment, alter, action.column())) {
            findings.add(
                action.at(),
                moment.shown(alter.name(), action.column())
                    + " is called "
                    + RelationName.quoted(action.newName())
                    + " from now on",
                "applications that still use the old name fail with 42703",
                RenamePlan.of(moment, alter, action));
          }
        });
  }
}
