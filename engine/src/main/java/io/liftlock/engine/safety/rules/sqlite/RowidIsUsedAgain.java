package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** INTEGER PRIMARY KEY without AUTOINCREMENT: the number of a deleted row is given out again. */
public final class RowidIsUsedAgain implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateTable.class)
        .filter(Keys::isRowid)
        .filter(made -> made.columns().stream().noneMatch(ColumnDefinition::identity))
        .ifPresent(
            made ->
                findings.add(
                    0,
                    "The key of "
                        + moment.shown(made.name())
                        + " is without AUTOINCREMENT: when the newest row is deleted, the next one"
                        + " gets its number",
                    "What was kept outside of the database, in links, logs or caches, means another"
                        + " row then"));
  }
}
