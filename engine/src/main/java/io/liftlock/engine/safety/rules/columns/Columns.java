package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.TransactionSoFar.Past;

/** What rules ask of columns that are there. */
final class Columns {

  private Columns() {}

  /** Whether the same transaction has added it: nobody else has seen it. */
  static boolean isNew(Moment moment, AlterTable alter, String column) {
    RelationName table = moment.outline().resolve(alter.name());
    return moment.transaction().before().stream()
        .map(Past::command)
        .filter(AlterTable.class::isInstance)
        .map(AlterTable.class::cast)
        .filter(before -> moment.outline().resolve(before.name()).equals(table))
        .flatMap(before -> before.actions().stream())
        .anyMatch(
            action -> action instanceof AddColumn added && added.column().name().equals(column));
  }

  /** Whether a table, not just an index, is written anew. */
  static boolean rewritesTable(Moment moment, Forecast forecast) {
    return forecast.rewritten().stream().anyMatch(name -> moment.outline().index(name).isEmpty());
  }
}
