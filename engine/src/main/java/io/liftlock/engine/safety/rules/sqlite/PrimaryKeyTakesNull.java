package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.List;

/** A primary key that is not INTEGER PRIMARY KEY and whose columns are not NOT NULL. */
public final class PrimaryKeyTakesNull implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateTable.class)
        .filter(made -> !made.options().containsKey("without rowid"))
        .filter(made -> !made.options().containsKey("strict") && !Keys.isRowid(made))
        .ifPresent(
            made ->
                Keys.primary(made)
                    .ifPresent(
                        key ->
                            made.columns().stream()
                                .filter(column -> takesNull(column, key))
                                .forEach(column -> add(moment, made, column, findings))));
  }

  private static boolean takesNull(ColumnDefinition column, List<String> key) {
    return !column.notNull() && key.stream().anyMatch(column.name()::equalsIgnoreCase);
  }

  private static void add(
      Moment moment, CreateTable made, ColumnDefinition column, Findings findings) {
    findings.add(
        column.at(),
        moment.shown(made.name(), column.name())
            + " is of the primary key and takes NULL: SQLite lets it, for old times' sake",
        "Rows without a key get in, more than one, and cannot be named again; add NOT NULL");
  }
}
