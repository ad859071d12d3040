package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.outline.IndexOutline;
import java.util.Optional;

/** What one action of ALTER INDEX does. */
final class IndexAlteration implements Alteration.Some<Boolean> {

  private final Scene scene;
  private final RelationName name;
  private final boolean asIndex;
  private final Optional<IndexOutline> index;

  IndexAlteration(Scene scene, AlterTable command, Optional<IndexOutline> index) {
    this.scene = scene;
    this.name = scene.resolve(command.name());
    this.asIndex = command.kind() == RelationKind.INDEX;
    this.index = index;
  }

  private Boolean lock(LockMode mode) {
    scene.lock(name, mode);
    return true;
  }

  @Override
  public Boolean otherwise(Alteration action) {
    return lock(LockMode.ACCESS_EXCLUSIVE);
  }

  /** Under the name of ALTER TABLE it is locked as a table is. */
  @Override
  public Boolean renameTo(Alteration.RenameTo action) {
    return lock(asIndex ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean setOptions(Alteration.SetOptions action) {
    return lock(OptionLocks.of(action.options()));
  }

  @Override
  public Boolean setColumnStatistics(Alteration.SetColumnStatistics action) {
    return lock(LockMode.SHARE_UPDATE_EXCLUSIVE);
  }

  @Override
  public Boolean alterOther(Alteration.AlterOther action) {
    return lock(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean setTablespace(Alteration.SetTablespace action) {
    lock(LockMode.ACCESS_EXCLUSIVE);
    if (!action.tablespace().equals("pg_default")) {
      scene.effects().rewrite(name);
    }
    return true;
  }

  @Override
  public Boolean attachPartition(Alteration.AttachPartition action) {
    lock(LockMode.SHARE_UPDATE_EXCLUSIVE);
    RelationName part = scene.resolve(action.partition());
    scene.lock(part, LockMode.ACCESS_EXCLUSIVE);
    Optional<IndexOutline> child = scene.outline().index(part);
    index.ifPresent(each -> scene.lock(each.table(), LockMode.ACCESS_SHARE));
    child.ifPresent(each -> scene.lock(each.table(), LockMode.ACCESS_SHARE));
    if (index.isEmpty() || child.isEmpty()) {
      scene.effects().unknown("whose index " + (index.isEmpty() ? name : part) + " is is not told");
    }
    return true;
  }
}
