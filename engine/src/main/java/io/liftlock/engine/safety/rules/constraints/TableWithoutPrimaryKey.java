package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;

/** A new table that has no primary key when the migration ends. Hazard K22. */
public final class TableWithoutPrimaryKey implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      moment
          .command(CreateTable.class)
          .filter(table -> table.persistence() != Persistence.TEMPORARY && !table.foreign())
          .filter(table -> table.partitionOf().isEmpty() && table.inherits().isEmpty())
          .flatMap(table -> whole.after().table(table.name()))
          .filter(table -> table.complete() && table.primaryKey().isEmpty())
          .ifPresent(
              table ->
                  findings
                      .of(moment)
                      .add(
                          0,
                          "the table " + moment.shown(table.name()) + " has no primary key",
                          "no row can be told from an equal one: logical replication refuses UPDATE"
                              + " and DELETE, and copies and backfills find no order to go by"));
    }
  }
}
