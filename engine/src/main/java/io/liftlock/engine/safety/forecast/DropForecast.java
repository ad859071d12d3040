package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.PartitionOutline;
import io.liftlock.engine.safety.outline.SequenceOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What DROP does, to what goes and to what hung on it. */
final class DropForecast {

  private static final String IN_USE = "2BP01";

  private final Scene scene;
  private final Set<RelationName> gone = new HashSet<>();

  DropForecast(Scene scene) {
    this.scene = scene;
  }

  void drop(Drop command) {
    switch (command.type()) {
      case TABLE, FOREIGN_TABLE -> tables(command);
      case VIEW, MATERIALIZED_VIEW -> views(command);
      case INDEX -> indexes(command);
      case SEQUENCE -> command.names().forEach(name -> sequence(name, command.cascade()));
      case TRIGGER, POLICY, RULE ->
          command
              .on()
              .ifPresent(
                  table -> {
                    scene.lock(table, LockMode.ACCESS_EXCLUSIVE);
                    if (isTrigger(command)) {
                      scene
                          .outline()
                          .descendants(table)
                          .forEach(each -> scene.lock(each.name(), LockMode.ACCESS_EXCLUSIVE));
                    }
                  });
      case TYPE, DOMAIN -> command.names().forEach(name -> type(name, command.cascade()));
      case FUNCTION, PROCEDURE, ROUTINE ->
          command.names().forEach(name -> routine(name, command.cascade()));
      case SCHEMA -> command.names().forEach(name -> schema(name.name(), command.cascade()));
      case STATISTICS ->
          scene.effects().unknown("which table the statistics are about is not told");
      case DATABASE -> scene.refusesTransaction("DROP DATABASE");
      case OWNED -> scene.effects().unknown("what the role owns is not told by any migration");
      default -> {}
    }
  }

  private static boolean isTrigger(Drop command) {
    return command.type() == ObjectType.TRIGGER;
  }

  private void tables(Drop command) {
    Set<RelationName> named =
        command.names().stream().map(scene::resolve).collect(Collectors.toSet());
    for (RelationName name : named) {
      if (scene.outline().table(name).isEmpty() && command.ifExists()) {
        scene.effects().unknown("whether " + name + " exists is not told by any migration");
      } else {
        table(name, command.cascade(), named);
      }
    }
  }

  private void table(RelationName name, boolean cascade, Set<RelationName> named) {
    if (!gone.add(name)) {
      return;
    }
    scene.lock(name, LockMode.ACCESS_EXCLUSIVE);
    Optional<TableOutline> known = scene.table(name);
    if (known.isEmpty()) {
      return;
    }
    TableOutline table = known.get();
    scene.lockWithIndexes(table);
    for (SequenceOutline sequence : scene.outline().sequencesOf(name)) {
      scene.lock(sequence.name(), LockMode.ACCESS_EXCLUSIVE);
    }
    table.constraints(ConstraintDefinition.Kind.FOREIGN_KEY).stream()
        .flatMap(key -> key.references().stream())
        .forEach(target -> scene.lockFamily(target, false, LockMode.ACCESS_EXCLUSIVE));
    table.partitionOf().ifPresent(this::parent);
    for (TableOutline other : scene.outline().referencing(name)) {
      if (!named.contains(other.name()) && !gone.contains(other.name())) {
        scene.lock(other.name(), LockMode.ACCESS_EXCLUSIVE);
        if (!cascade) {
          scene.fail(IN_USE, other.name() + " refers to " + name);
        }
      }
    }
    // A partition goes with its table; whoever inherits stays, unless CASCADE is said.
    for (TableOutline partition : scene.outline().partitions(name)) {
      table(partition.name(), cascade, named);
    }
    for (TableOutline child : scene.outline().children(name)) {
      if (!cascade && !named.contains(child.name())) {
        scene.fail(IN_USE, child.name() + " inherits from " + name);
      }
      table(child.name(), cascade, named);
    }
    for (TableOutline view : scene.outline().views(name)) {
      if (!cascade && !named.contains(view.name())) {
        scene.fail(IN_USE, "the view " + view.name() + " reads " + name);
      }
      view(view);
    }
    if (table.partitionOf().isPresent() && !cascade) {
      refusePartOfReferenced(table);
    }
  }

  private void refusePartOfReferenced(TableOutline table) {
    table
        .partitionOf()
        .map(PartitionOutline::parent)
        .filter(parent -> !gone.contains(parent))
        .filter(parent -> !scene.outline().referencing(parent).isEmpty())
        .ifPresent(parent -> scene.fail(IN_USE, "foreign keys refer to " + parent));
  }

  private void parent(PartitionOutline partition) {
    scene.lock(partition.parent(), LockMode.ACCESS_EXCLUSIVE);
    scene.outline().partitions(partition.parent()).stream()
        .filter(each -> each.partitionOf().filter(PartitionOutline::isDefault).isPresent())
        .forEach(each -> scene.lock(each.name(), LockMode.ACCESS_EXCLUSIVE));
  }

  private void views(Drop command) {
    Set<RelationName> named =
        command.names().stream().map(scene::resolve).collect(Collectors.toSet());
    for (RelationName name : named) {
      scene.lock(name, LockMode.ACCESS_EXCLUSIVE);
      for (TableOutline other : scene.outline().views(name)) {
        if (!command.cascade() && !named.contains(other.name())) {
          scene.fail(IN_USE, "the view " + other.name() + " reads " + name);
        }
      }
      scene.table(name).ifPresent(this::view);
    }
  }

  /** A view with its indexes and the views that read it. */
  void view(TableOutline view) {
    if (gone.add(view.name())) {
      scene.lockWithIndexes(view);
      scene.outline().views(view.name()).forEach(this::view);
    }
  }

  private void indexes(Drop command) {
    if (command.concurrently() && scene.refusesTransaction("DROP INDEX CONCURRENTLY")) {
      return;
    }
    if (command.concurrently() && (command.names().size() > 1 || command.cascade())) {
      scene.fail("0A000", "DROP INDEX CONCURRENTLY takes one index, and no CASCADE");
      return;
    }
    for (RelationName name : command.names()) {
      index(name, command);
    }
  }

  private void index(RelationName name, Drop command) {
    Optional<IndexOutline> known = scene.outline().index(name);
    if (known.isEmpty()) {
      scene.effects().unknown("whose index " + scene.resolve(name) + " is is not told");
      return;
    }
    IndexOutline index = known.get();
    boolean partitioned =
        scene.outline().table(index.table()).filter(TableOutline::isPartitioned).isPresent();
    if (index.constraint().isPresent() || index.attachedTo().isPresent()) {
      scene.fail(IN_USE, index.name() + " belongs to a constraint or another index");
    }
    if (command.concurrently()) {
      if (partitioned) {
        scene.fail("0A000", "an index of a partitioned table cannot be dropped concurrently");
      }
      scene.lock(index.table(), LockMode.SHARE_UPDATE_EXCLUSIVE);
      scene.lock(index.name(), LockMode.ACCESS_EXCLUSIVE);
    } else {
      indexWithParts(index);
    }
  }

  /** An index with the parts of it that partitions have, and their tables. */
  void indexWithParts(IndexOutline index) {
    scene.lock(index.table(), LockMode.ACCESS_EXCLUSIVE);
    scene.lock(index.name(), LockMode.ACCESS_EXCLUSIVE);
    for (TableOutline partition : scene.outline().partitions(index.table())) {
      partition.indexes().stream()
          .filter(part -> part.attachedTo().filter(index.name()::equals).isPresent())
          .forEach(this::indexWithParts);
    }
  }

  private void sequence(RelationName name, boolean cascade) {
    scene.lock(name, LockMode.ACCESS_EXCLUSIVE);
    Optional<ColumnName> owner = scene.outline().sequence(name).flatMap(SequenceOutline::ownedBy);
    owner
        .flatMap(ColumnName::relation)
        .ifPresent(
            table -> {
              scene.lock(table, LockMode.ACCESS_EXCLUSIVE);
              if (!cascade) {
                scene.fail(IN_USE, "the default of a column of " + table + " uses " + name);
              }
            });
  }

  private void type(RelationName name, boolean cascade) {
    for (ColumnName column : scene.outline().columnsOf(name)) {
      column
          .relation()
          .ifPresent(
              table -> {
                scene.lock(table, LockMode.ACCESS_EXCLUSIVE);
                if (!cascade) {
                  scene.fail(IN_USE, "a column of " + table + " is of that type");
                }
              });
    }
  }

  private void routine(RelationName name, boolean cascade) {
    RelationName resolved = scene.resolve(name);
    for (TableOutline table : scene.outline().tables()) {
      if (table.triggerFunctions().contains(resolved)) {
        scene.lock(table.name(), LockMode.ACCESS_EXCLUSIVE);
        if (!cascade) {
          scene.fail(IN_USE, "a trigger of " + table.name() + " calls it");
        }
      }
    }
  }

  private void schema(String schema, boolean cascade) {
    List<TableOutline> inside =
        scene.outline().tables().stream()
            .filter(table -> schema.equals(table.name().schema()))
            .toList();
    if (!cascade && !inside.isEmpty()) {
      scene.fail(IN_USE, "the schema " + schema + " is not empty");
    }
    Set<RelationName> named = inside.stream().map(TableOutline::name).collect(Collectors.toSet());
    inside.forEach(table -> table(table.name(), true, named));
    scene
        .outline()
        .sequences()
        .forEach(
            sequence -> {
              if (schema.equals(sequence.name().schema())) {
                scene.lock(sequence.name(), LockMode.ACCESS_EXCLUSIVE);
              }
            });
  }
}
