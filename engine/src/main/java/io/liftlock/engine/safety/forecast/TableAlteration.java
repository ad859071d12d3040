package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What one action of ALTER TABLE does: {@code AlterTableGetLockLevel} of {@code tablecmds.c}. */
final class TableAlteration implements Alteration.Cases<Boolean> {

  private static final Set<String> MYSELF = Set.of("current_user", "session_user", "current_role");

  private final Scene scene;
  private final AlterTable command;
  private final RelationName name;
  private final ColumnForecast columns;
  private final ConstraintForecast constraints;
  private final PartitionForecast partitions;

  TableAlteration(Scene scene, AlterTable command, RelationName name) {
    this.scene = scene;
    this.command = command;
    this.name = name;
    this.columns = new ColumnForecast(scene, command);
    this.constraints = new ConstraintForecast(scene, command);
    this.partitions = new PartitionForecast(scene);
  }

  private Boolean here(LockMode mode) {
    scene.lock(name, mode);
    return true;
  }

  private Boolean family(LockMode mode) {
    scene.lockFamily(name, command.only(), mode);
    return true;
  }

  private Optional<TableOutline> table() {
    return scene.table(name);
  }

  @Override
  public Boolean addColumn(Alteration.AddColumn action) {
    columns.add(action);
    return true;
  }

  @Override
  public Boolean dropColumn(Alteration.DropColumn action) {
    columns.drop(action);
    return true;
  }

  @Override
  public Boolean alterColumnType(Alteration.AlterColumnType action) {
    new TypeForecast(scene, command).tell(action);
    return true;
  }

  @Override
  public Boolean setDefault(Alteration.SetDefault action) {
    return family(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean dropDefault(Alteration.DropDefault action) {
    return family(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean setNotNull(Alteration.SetNotNull action) {
    columns.setNotNull(action.column());
    return true;
  }

  @Override
  public Boolean dropNotNull(Alteration.DropNotNull action) {
    family(LockMode.ACCESS_EXCLUSIVE);
    table()
        .flatMap(TableOutline::primaryKey)
        .filter(key -> key.columns().contains(action.column()))
        .ifPresent(
            key ->
                scene.fail("42P16", "column " + action.column() + " belongs to the primary key"));
    return true;
  }

  @Override
  public Boolean addIdentity(Alteration.AddIdentity action) {
    family(LockMode.ACCESS_EXCLUSIVE);
    table()
        .filter(TableOutline::complete)
        .flatMap(table -> table.column(action.column()))
        .filter(column -> !column.notNull())
        .ifPresent(
            column ->
                scene.fail(
                    "55000", "column " + action.column() + " must refuse NULL to be an identity"));
    return true;
  }

  @Override
  public Boolean setIdentity(Alteration.SetIdentity action) {
    columns.lockSequences(name, action.column(), LockMode.SHARE_ROW_EXCLUSIVE);
    return family(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean dropIdentity(Alteration.DropIdentity action) {
    columns.lockSequences(name, action.column(), LockMode.ACCESS_EXCLUSIVE);
    return family(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean setExpression(Alteration.SetExpression action) {
    columns.setExpression(action.column());
    return true;
  }

  @Override
  public Boolean dropExpression(Alteration.DropExpression action) {
    return family(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean setColumnStorage(Alteration.SetColumnStorage action) {
    return family(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean setColumnStatistics(Alteration.SetColumnStatistics action) {
    return family(LockMode.SHARE_UPDATE_EXCLUSIVE);
  }

  @Override
  public Boolean addConstraint(Alteration.AddConstraint action) {
    constraints.add(action.constraint());
    return true;
  }

  @Override
  public Boolean validateConstraint(Alteration.ValidateConstraint action) {
    constraints.validate(action.constraint());
    return true;
  }

  @Override
  public Boolean alterConstraint(Alteration.AlterConstraint action) {
    constraints.alter(action);
    return true;
  }

  @Override
  public Boolean dropConstraint(Alteration.DropConstraint action) {
    constraints.drop(action);
    return true;
  }

  @Override
  public Boolean renameColumn(Alteration.RenameColumn action) {
    return family(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean renameConstraint(Alteration.RenameConstraint action) {
    here(LockMode.ACCESS_EXCLUSIVE);
    table()
        .ifPresent(
            table -> {
              if (table.indexOf(action.constraint()).isPresent()) {
                scene.lock(
                    new RelationName(name.schema(), action.constraint()),
                    LockMode.SHARE_UPDATE_EXCLUSIVE);
              } else if (ConstraintForecast.isInherited(table, action.constraint())) {
                family(LockMode.ACCESS_EXCLUSIVE);
              }
            });
    return true;
  }

  @Override
  public Boolean renameTo(Alteration.RenameTo action) {
    return here(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean setSchema(Alteration.SetSchema action) {
    scene
        .outline()
        .sequencesOf(name)
        .forEach(sequence -> scene.lock(sequence.name(), LockMode.ACCESS_EXCLUSIVE));
    table();
    return here(LockMode.ACCESS_EXCLUSIVE);
  }

  /** Who owns it is not known; that the migrating role does is taken for granted. */
  @Override
  public Boolean ownerTo(Alteration.OwnerTo action) {
    here(LockMode.ACCESS_EXCLUSIVE);
    if (!MYSELF.contains(action.owner().toLowerCase(Locale.ROOT))) {
      table().ifPresent(scene::lockWithIndexes);
      scene
          .outline()
          .sequencesOf(name)
          .forEach(sequence -> scene.lock(sequence.name(), LockMode.ACCESS_EXCLUSIVE));
    }
    return true;
  }

  /** The server does nothing where a relation is already where it is to go. */
  @Override
  public Boolean setTablespace(Alteration.SetTablespace action) {
    here(LockMode.ACCESS_EXCLUSIVE);
    if (!action.tablespace().equals("pg_default")) {
      table().filter(Scene::isStored).ifPresent(table -> scene.effects().rewrite(table.name()));
    }
    return true;
  }

  @Override
  public Boolean setPersistence(Alteration.SetPersistence action) {
    here(LockMode.ACCESS_EXCLUSIVE);
    Persistence wanted = action.logged() ? Persistence.PERMANENT : Persistence.UNLOGGED;
    table()
        .filter(table -> table.persistence() != wanted)
        .ifPresent(table -> changePersistence(table, action.logged()));
    return true;
  }

  private void changePersistence(TableOutline table, boolean logged) {
    boolean referenced =
        scene.outline().referencing(name).stream()
            .anyMatch(
                other ->
                    !other.name().equals(name) && other.persistence() == Persistence.PERMANENT);
    if (!logged && referenced) {
      scene.fail("42P16", name + " is referenced by a table that is logged");
    }
    scene.rewrite(table);
    // Before 15 there were no unlogged sequences.
    if (scene.major() >= 15) {
      scene
          .outline()
          .sequencesOf(name)
          .forEach(sequence -> scene.lock(sequence.name(), LockMode.ACCESS_EXCLUSIVE));
    }
  }

  /** All but {@code heap} come from extensions, which nothing tells of. */
  @Override
  public Boolean setAccessMethod(Alteration.SetAccessMethod action) {
    here(LockMode.ACCESS_EXCLUSIVE);
    if (!action.method().equals("heap")) {
      table().ifPresent(scene::rewrite);
    }
    return true;
  }

  @Override
  public Boolean setOptions(Alteration.SetOptions action) {
    return here(OptionLocks.of(action.options()));
  }

  @Override
  public Boolean setTriggers(Alteration.SetTriggers action) {
    return family(LockMode.SHARE_ROW_EXCLUSIVE);
  }

  @Override
  public Boolean setRule(Alteration.SetRule action) {
    return here(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean setRowSecurity(Alteration.SetRowSecurity action) {
    return here(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean attachPartition(Alteration.AttachPartition action) {
    partitions.attach(name, action);
    return true;
  }

  @Override
  public Boolean detachPartition(Alteration.DetachPartition action) {
    partitions.detach(name, action);
    return true;
  }

  @Override
  public Boolean inherit(Alteration.Inherit action) {
    scene.lock(
        action.parent(), action.begins() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_SHARE);
    return family(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean setReplicaIdentity(Alteration.SetReplicaIdentity action) {
    if (!Set.of("default", "full", "nothing").contains(action.identity())) {
      scene.lock(new RelationName(name.schema(), action.identity()), LockMode.SHARE);
    }
    return here(LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean clusterOn(Alteration.ClusterOn action) {
    Optional<RelationName> index =
        action.index().map(each -> new RelationName(name.schema(), each));
    index.ifPresent(each -> scene.lock(each, LockMode.SHARE_UPDATE_EXCLUSIVE));
    return here(LockMode.SHARE_UPDATE_EXCLUSIVE);
  }

  @Override
  public Boolean alterOther(Alteration.AlterOther action) {
    return here(LockMode.ACCESS_EXCLUSIVE);
  }
}
