package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.core.syntax.Alteration.AddIdentity;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.core.syntax.Alteration.AlterConstraint;
import io.liftlock.core.syntax.Alteration.AttachPartition;
import io.liftlock.core.syntax.Alteration.DetachPartition;
import io.liftlock.core.syntax.Alteration.DropColumn;
import io.liftlock.core.syntax.Alteration.DropConstraint;
import io.liftlock.core.syntax.Alteration.DropDefault;
import io.liftlock.core.syntax.Alteration.DropExpression;
import io.liftlock.core.syntax.Alteration.DropIdentity;
import io.liftlock.core.syntax.Alteration.DropNotNull;
import io.liftlock.core.syntax.Alteration.Inherit;
import io.liftlock.core.syntax.Alteration.RenameColumn;
import io.liftlock.core.syntax.Alteration.RenameConstraint;
import io.liftlock.core.syntax.Alteration.RenameTo;
import io.liftlock.core.syntax.Alteration.SetDefault;
import io.liftlock.core.syntax.Alteration.SetExpression;
import io.liftlock.core.syntax.Alteration.SetNotNull;
import io.liftlock.core.syntax.Alteration.SetOptions;
import io.liftlock.core.syntax.Alteration.SetPersistence;
import io.liftlock.core.syntax.Alteration.SetReplicaIdentity;
import io.liftlock.core.syntax.Alteration.SetRowSecurity;
import io.liftlock.core.syntax.Alteration.SetSchema;
import io.liftlock.core.syntax.Alteration.SetTriggers;
import io.liftlock.core.syntax.Alteration.ValidateConstraint;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Generated;
import io.liftlock.core.syntax.Persistence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Folds one thing that an ALTER does to a table and, where they follow, to its descendants. */
final class AlterationFold implements Alteration.Some<Boolean> {

  private final Drawing drawing;
  private final RelationName name;
  private final boolean only;
  private final ColumnFold columns;
  private final ConstraintFold constraints;
  private final PartitionFold partitions;
  private final RenameFold renames;

  AlterationFold(Drawing drawing, RelationName name, boolean only) {
    this.drawing = drawing;
    this.name = name;
    this.only = only;
    this.columns = new ColumnFold(drawing);
    this.constraints = new ConstraintFold(drawing);
    this.partitions = new PartitionFold(drawing);
    this.renames = new RenameFold(drawing);
  }

  /** What changes nothing that safety asks about. */
  @Override
  public Boolean otherwise(Alteration action) {
    return false;
  }

  private Boolean here(Consumer<TableDraft> change) {
    drawing.change(name, change);
    return true;
  }

  private Boolean everywhere(Consumer<TableDraft> change) {
    List<RelationName> targets = new ArrayList<>(List.of(name));
    if (!only) {
      drawing.now().descendants(name).forEach(each -> targets.add(each.name()));
    }
    targets.forEach(each -> drawing.change(each, change));
    return true;
  }

  private Boolean column(String column, UnaryOperator<ColumnOutline> change) {
    return everywhere(table -> table.changeColumn(column, change));
  }

  @Override
  public Boolean addColumn(AddColumn action) {
    return everywhere(table -> columns.add(table, action));
  }

  @Override
  public Boolean dropColumn(DropColumn action) {
    everywhere(table -> columns.drop(table, action.column()));
    if (action.cascade()) {
      new DropFold(drawing).viewsOnColumn(drawing.resolve(name), action.column());
    }
    return true;
  }

  @Override
  public Boolean alterColumnType(AlterColumnType action) {
    return everywhere(table -> columns.type(table, action));
  }

  @Override
  public Boolean setDefault(SetDefault action) {
    return column(action.column(), each -> each.withDefault(Optional.of(action.value())));
  }

  @Override
  public Boolean dropDefault(DropDefault action) {
    return column(action.column(), each -> each.withDefault(Optional.empty()));
  }

  @Override
  public Boolean setNotNull(SetNotNull action) {
    return column(action.column(), each -> each.notNull(true));
  }

  @Override
  public Boolean dropNotNull(DropNotNull action) {
    everywhere(
        table ->
            table.constraints =
                TableDraft.without(
                    table.constraints,
                    each ->
                        each.kind() == ConstraintDefinition.Kind.NOT_NULL
                            && each.columns().contains(action.column())));
    return column(action.column(), each -> each.notNull(false));
  }

  @Override
  public Boolean addIdentity(AddIdentity action) {
    return here(table -> columns.addIdentity(table, action.column()));
  }

  @Override
  public Boolean dropIdentity(DropIdentity action) {
    return here(table -> columns.dropIdentity(table, action.column()));
  }

  @Override
  public Boolean setExpression(SetExpression action) {
    return column(
        action.column(),
        each ->
            each.withGenerated(
                Optional.of(
                    new Generated(
                        action.value(), each.generated().map(Generated::stored).orElse(true)))));
  }

  @Override
  public Boolean dropExpression(DropExpression action) {
    return column(action.column(), each -> each.withGenerated(Optional.empty()));
  }

  @Override
  public Boolean addConstraint(AddConstraint action) {
    return switch (action.constraint().kind()) {
      case CHECK, NOT_NULL -> everywhere(table -> constraints.add(table, action.constraint()));
      default -> {
        here(table -> constraints.add(table, action.constraint()));
        if (!only) {
          partitions.follow(drawing.resolve(name));
        }
        yield true;
      }
    };
  }

  @Override
  public Boolean validateConstraint(ValidateConstraint action) {
    return everywhere(table -> constraints.validate(table, action.constraint()));
  }

  @Override
  public Boolean alterConstraint(AlterConstraint action) {
    action
        .enforced()
        .ifPresent(
            enforced ->
                everywhere(table -> constraints.enforce(table, action.constraint(), enforced)));
    return true;
  }

  @Override
  public Boolean dropConstraint(DropConstraint action) {
    partitions.dropAttached(drawing.resolve(name), action.constraint());
    return everywhere(table -> constraints.drop(table, action.constraint()));
  }

  @Override
  public Boolean renameColumn(RenameColumn action) {
    return everywhere(table -> columns.rename(table, action.column(), action.newName()));
  }

  @Override
  public Boolean renameConstraint(RenameConstraint action) {
    return everywhere(table -> constraints.rename(table, action.constraint(), action.newName()));
  }

  @Override
  public Boolean renameTo(RenameTo action) {
    renames.rename(name, action.newName());
    return true;
  }

  @Override
  public Boolean setSchema(SetSchema action) {
    renames.move(name, action.schema());
    return true;
  }

  @Override
  public Boolean setPersistence(SetPersistence action) {
    return here(
        table ->
            table.persistence = action.logged() ? Persistence.PERMANENT : Persistence.UNLOGGED);
  }

  @Override
  public Boolean setOptions(SetOptions action) {
    return here(
        table -> {
          Set<String> more = new HashSet<>(table.options);
          more.addAll(action.options());
          table.options = Set.copyOf(more);
        });
  }

  @Override
  public Boolean setTriggers(SetTriggers action) {
    return here(
        table ->
            table.triggers =
                TableDraft.changed(
                    table.triggers,
                    each ->
                        action.trigger().equals("all")
                            || action.trigger().equals("user")
                            || each.name().equals(action.trigger()),
                    each ->
                        new TriggerOutline(
                            each.name(),
                            each.events(),
                            each.when(),
                            each.function(),
                            action.enabled())));
  }

  @Override
  public Boolean setRowSecurity(SetRowSecurity action) {
    return switch (action.security()) {
      case ENABLE -> here(table -> table.rowSecurity = true);
      case DISABLE -> here(table -> table.rowSecurity = false);
      case FORCE, NO_FORCE -> false;
    };
  }

  @Override
  public Boolean attachPartition(AttachPartition action) {
    partitions.attach(name, action);
    return true;
  }

  @Override
  public Boolean detachPartition(DetachPartition action) {
    partitions.detach(action.partition());
    return true;
  }

  @Override
  public Boolean inherit(Inherit action) {
    RelationName parent = drawing.resolve(action.parent());
    return here(
        table -> {
          table.inherits = TableDraft.without(table.inherits, parent::equals);
          if (action.begins()) {
            table.inherits = TableDraft.with(table.inherits, parent);
          }
        });
  }

  @Override
  public Boolean setReplicaIdentity(SetReplicaIdentity action) {
    return here(table -> table.replicaIdentity = action.identity());
  }
}
