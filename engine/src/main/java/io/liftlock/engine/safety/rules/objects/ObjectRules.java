package io.liftlock.engine.safety.rules.objects;

import io.liftlock.engine.safety.Rule;
import java.util.List;

/** The rules about tables, views, types, functions, privileges and all other objects. */
public final class ObjectRules {

  private ObjectRules() {}

  /** All of them. */
  public static List<Rule> all() {
    return List.of(
        new DropTableLosesRows(),
        new DropCascadeReachesFar(),
        new DropDatabaseLosesAll(),
        new TruncateLosesRows(),
        new TruncateCascadeReachesFar(),
        new RenameRelationBreaksApplication(),
        new SetTablespaceCopiesData(),
        new SetLoggedRewritesTable(),
        new SetAccessMethodRewritesTable(),
        new VacuumFullRewritesTable(),
        new AlterSequenceBlocksNextval(),
        new SequenceRestartRepeatsKeys(),
        new ReplicaIdentityFullOrNothing(),
        new PublicationWithoutReplicaIdentity(),
        new PublishedTableChangesShape(),
        new OwnerChangeTakesPrivileges(),
        new RevokeBreaksApplication(),
        new GrantToPublicExposes(),
        new RowSecurityWithoutPolicy(),
        new DropTriggerLocksReaders(),
        new DropFunctionUsedByTrigger(),
        new RewriteRuleLocksTable(),
        new EventTriggerMeetsEveryChange(),
        new RecreatedViewLosesGrants(),
        new ViewSelectsStar(),
        new RefreshBlocksReaders(),
        new RefreshConcurrentlyFails(),
        new EnumValueUsedTooSoon(),
        new EnumValueWithoutPlace(),
        new RenameEnumValueBreaksApplication(),
        new EnumCannotLoseValues(),
        new AlterAttributeRewritesTypedTables(),
        new ReplacedFunctionDisagreesWithStoredValues(),
        new ExtensionRunsItsOwnSql(),
        new WaitsBehindVacuum(),
        new CreateTableAsHoldsSnapshot(),
        new ExplicitLockBlocks());
  }
}
