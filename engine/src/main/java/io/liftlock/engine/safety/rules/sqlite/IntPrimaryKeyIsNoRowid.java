package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.Set;

/** INT PRIMARY KEY, which is not INTEGER PRIMARY KEY: it gives no numbers and takes NULL. */
public final class IntPrimaryKeyIsNoRowid implements Rule {

  private static final Set<String> INTEGERS =
      Set.of(
          "int", "bigint", "smallint", "tinyint", "mediumint", "int2", "int4", "int8", "big int");

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
        .filter(made -> !made.options().containsKey("strict"))
        .ifPresent(
            made ->
                made.columns().stream()
                    .filter(column -> isMistaken(made, column))
                    .forEach(
                        column ->
                            findings.add(
                                column.at(),
                                moment.shown(made.name(), column.name())
                                    + " is "
                                    + column.type().written()
                                    + " PRIMARY KEY: only INTEGER PRIMARY KEY is the rowid",
                                "Rows that leave it out get NULL instead of a number, as many as"
                                    + " they like, and every look-up reads a second tree")));
  }

  private static boolean isMistaken(CreateTable table, ColumnDefinition column) {
    return INTEGERS.contains(column.type().name())
        && Keys.primary(table).filter(key -> Keys.isOnly(key, column.name())).isPresent();
  }
}
