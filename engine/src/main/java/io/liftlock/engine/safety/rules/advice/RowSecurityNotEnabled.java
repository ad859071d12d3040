package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.outline.TableOutline;

/** A new table without row level security in a schema whose tables have it. Good practice. */
public final class RowSecurityNotEnabled implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      moment
          .command(CreateTable.class)
          .filter(table -> table.persistence() != Persistence.TEMPORARY && !table.foreign())
          .filter(table -> table.partitionOf().isEmpty())
          .flatMap(table -> whole.after().table(table.name()))
          .filter(table -> !table.rowSecurity() && isUsual(table, whole.before()))
          .ifPresent(
              table ->
                  findings
                      .of(moment)
                      .add(
                          0,
                          "row level security is off on "
                              + moment.shown(table.name())
                              + ", and on for other tables of the schema",
                          "every role with a grant sees and writes all rows of all users"));
    }
  }

  /** Whether at least half of the tables beside it are guarded so. */
  private static boolean isUsual(TableOutline table, Outline before) {
    long others = before.tables().stream().filter(other -> isBeside(table, other)).count();
    long guarded =
        before.tables().stream()
            .filter(other -> isBeside(table, other) && other.rowSecurity())
            .count();
    return guarded > 0 && guarded * 2 >= others;
  }

  private static boolean isBeside(TableOutline table, TableOutline other) {
    return other.kind() == RelationKind.TABLE
        && other.partitionOf().isEmpty()
        && String.valueOf(other.name().schema()).equals(String.valueOf(table.name().schema()));
  }
}
