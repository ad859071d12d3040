package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.engine.safety.Rule;
import java.util.List;

/** The rules about constraints. */
public final class ConstraintRules {

  private static final List<Rule> ALL =
      List.of(
          new AddCheckScansTable(),
          new AddExclusionBuildsIndex(),
          new AddForeignKeyScansTables(),
          new AddPrimaryKeyBuildsIndex(),
          new AddUniqueBuildsIndex(),
          new ConstraintNotEnforced(),
          new CreateTableLocksReferencedTable(),
          new DeferrableKeyRefusesOnConflict(),
          new DomainConstraintScansTables(),
          new DomainWithConstraint(),
          new DropConstraintCascade(),
          new DropForeignKeyLocksReferencedTable(),
          new DropKeyBreaksOnConflict(),
          new DropTableLocksReferencedTables(),
          new EnforceConstraintScansTables(),
          new ForeignKeyTypesDiffer(),
          new ForeignKeyWithoutIndex(),
          new ForeignKeysSwitchedOff(),
          new NotValidForeignKeyOnPartitionedTable(),
          new PrimaryKeyUsingIndexScansTable(),
          new RenameConstraintBreaksApplication(),
          new SeveralForeignKeysInTransaction(),
          new TableWithoutPrimaryKey(),
          new UsingIndexOnPartitionedTable(),
          new UsingIndexRenamesIndex(),
          new ValidateUnderStrongLock());

  private ConstraintRules() {}

  /** All of them. */
  public static List<Rule> all() {
    return ALL;
  }
}
