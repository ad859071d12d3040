package io.liftlock.engine.safety.rules.columns;

import io.liftlock.engine.safety.Rule;
import java.util.List;

/** The rules about columns. */
public final class ColumnRules {

  private static final List<Rule> ALL =
      List.of(
          new AddColumnChangesSelectStar(),
          new AddColumnLocksChildren(),
          new AddColumnOfConstrainedDomain(),
          new AddColumnThatIsThere(),
          new AddColumnWithCheck(),
          new AddColumnWithForeignKey(),
          new AddColumnWithVolatileDefault(),
          new AddIdentityColumn(),
          new AddRequiredColumnWithoutDefault(),
          new AddSerialColumn(),
          new AddStoredGeneratedColumn(),
          new AddUniqueColumn(),
          new AlterColumnTypeBreaksCachedPlans(),
          new AlterColumnTypeIsRefused(),
          new AlterColumnTypeLosesData(),
          new AlterColumnTypeOfKeyLocksOtherTable(),
          new AlterColumnTypeRewritesTable(),
          new AlterColumnTypeScansTable(),
          new ChangeDefaultOfUsedColumn(),
          new DropColumnBreaksApplication(),
          new DropColumnCascade(),
          new DropColumnLocksReferencedTable(),
          new DropDefaultBreaksInserts(),
          new DropExpressionStopsComputing(),
          new DropNotNullSurprisesReaders(),
          new FunctionNamesColumnThatGoes(),
          new NameIsCutShort(),
          new NotValidCheckBeforeBackfill(),
          new RenameColumnBreaksApplication(),
          new SequenceSmallerThanColumn(),
          new SetExpressionRewritesTable(),
          new SetNotNullScansTable());

  private ColumnRules() {}

  /** All of them. */
  public static List<Rule> all() {
    return ALL;
  }
}
