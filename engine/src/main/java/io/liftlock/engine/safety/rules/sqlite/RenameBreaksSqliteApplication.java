package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** RENAME of a table or column that running applications name. */
public final class RenameBreaksSqliteApplication implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        Alteration.RenameColumn.class,
        (alter, rename) -> {
          if (!moment.isFresh(alter.name())) {
            findings.add(
                rename.at(),
                moment.shown(alter.name(), rename.column()) + " gets another name",
                "Every statement of an application that names it fails from COMMIT on, with \"no"
                    + " such column\"; add the new column beside it until nobody uses the old one");
          }
        });
    moment.alterations(
        Alteration.RenameTo.class,
        (alter, rename) -> {
          if (!moment.isFresh(alter.name())) {
            findings.add(
                rename.at(),
                moment.shown(alter.name()) + " gets another name",
                "Every statement of an application that names it fails from COMMIT on, with \"no"
                    + " such table\"; a view of the old name can serve readers meanwhile");
          }
        });
  }
}
