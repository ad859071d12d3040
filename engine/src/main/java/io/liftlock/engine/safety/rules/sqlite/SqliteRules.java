package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.engine.safety.Rule;
import java.util.List;

/** The rules about SQLite. */
public final class SqliteRules {

  private SqliteRules() {}

  /** All of them. */
  public static List<Rule> all() {
    return List.of(
        new AddColumnSqliteRefuses(),
        new DropColumnSqliteRefuses(),
        new RenameBreaksSqliteApplication(),
        new ForeignKeysSwitchedInTransaction(),
        new DropTableDeletesChildren(),
        new RenameOldTableFirst(),
        new ReplaceDeletesRows(),
        new KeyToParentWithoutIndex(),
        new CreateIndexHoldsWriteLock(),
        new WholeTableWriteHoldsLock(),
        new VacuumInTransaction(),
        new PragmaInTransaction(),
        new VacuumRenumbersRows(),
        new IntPrimaryKeyIsNoRowid(),
        new PrimaryKeyTakesNull(),
        new RowidIsUsedAgain(),
        new TableWithoutStrict(),
        new RealLosesDigits(),
        new DecimalKeepsFewDigits(),
        new DigitsLoseLeadingZeros(),
        new StringTypeIsNumeric(),
        new DoubleQuotedText());
  }
}
