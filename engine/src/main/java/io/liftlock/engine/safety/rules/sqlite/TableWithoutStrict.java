package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** CREATE TABLE without STRICT, whose columns take values of any type. */
public final class TableWithoutStrict implements Rule {

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
        .filter(made -> made.query().isEmpty() && !made.options().containsKey("strict"))
        .ifPresent(
            made ->
                findings.add(
                    0,
                    moment.shown(made.name())
                        + " is not STRICT: its columns take values of any type",
                    "A text in an INTEGER column is found by whoever reads it, not by whoever wrote"
                        + " it"));
  }
}
