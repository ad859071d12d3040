package io.liftlock.engine.safety.rules.session;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A table is made in whichever schema comes first in the search path. Hazard T17. */
public final class UnqualifiedName implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateTable.class)
        .filter(table -> table.persistence() != Persistence.TEMPORARY)
        .filter(table -> table.name().schema() == null)
        .filter(table -> moment.transaction().parameter("search_path").isEmpty())
        .ifPresent(
            table ->
                findings.add(
                    0,
                    "the table "
                        + moment.shown(table.name())
                        + " is made without a schema in its name",
                    "It is made where the search path of the role leads that runs the migration:"
                        + " for another role that may be another schema"));
  }
}
