package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Analyze;
import io.liftlock.core.syntax.Cluster;
import io.liftlock.core.syntax.Reindex;
import io.liftlock.core.syntax.Truncate;
import io.liftlock.core.syntax.Vacuum;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.SequenceOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What commands do that keep tables in good order, or empty them. */
final class UpkeepForecast {

  private static final String ALL = "which tables there are is not told by migrations alone";

  private final Scene scene;

  UpkeepForecast(Scene scene) {
    this.scene = scene;
  }

  void reindex(Reindex command) {
    if (command.name().isEmpty()) {
      if (!scene.refusesTransaction("REINDEX of a database")) {
        scene.effects().unknown(ALL);
      }
      return;
    }
    if (command.concurrently() && scene.refusesTransaction("REINDEX CONCURRENTLY")) {
      return;
    }
    RelationName name = command.name().get();
    switch (command.scope()) {
      case INDEX -> index(name, command.concurrently());
      case TABLE -> table(name, command.concurrently());
      default -> {
        if (!scene.refusesTransaction("REINDEX of a schema or database")) {
          scene.effects().unknown(ALL);
        }
      }
    }
  }

  private void index(RelationName name, boolean concurrently) {
    Optional<IndexOutline> index = scene.outline().index(name);
    if (index.isEmpty()) {
      scene.effects().unknown("whose index " + scene.resolve(name) + " is is not told");
      return;
    }
    Optional<TableOutline> table = scene.table(index.get().table());
    if (table.filter(TableOutline::isPartitioned).isPresent()) {
      if (!scene.refusesTransaction("REINDEX of a partitioned index")) {
        scene.effects().unknown("what belongs to the partitioned index is built anew, one by one");
      }
      return;
    }
    table.ifPresent(each -> reindex(each, List.of(index.get()), concurrently));
  }

  private void table(RelationName name, boolean concurrently) {
    Optional<TableOutline> table = scene.table(name);
    if (table.filter(TableOutline::isPartitioned).isPresent()) {
      if (!scene.refusesTransaction("REINDEX of a partitioned table")) {
        scene.effects().unknown("what belongs to the partitioned table is built anew, one by one");
      }
      return;
    }
    scene.lock(name, concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE);
    table.ifPresent(each -> reindex(each, each.indexes(), concurrently));
  }

  private void reindex(TableOutline table, List<IndexOutline> indexes, boolean concurrently) {
    scene.lock(table.name(), concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE);
    for (IndexOutline index : indexes) {
      scene.lock(
          index.name(), concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
      scene.effects().rewrite(index.name());
      scene.scan(table);
    }
  }

  void cluster(Cluster command) {
    if (command.table().isEmpty()) {
      scene.refusesTransaction("CLUSTER of all tables");
      scene.effects().unknown(ALL);
      return;
    }
    scene.lock(command.table().get(), LockMode.ACCESS_EXCLUSIVE);
    scene.table(command.table().get()).ifPresent(scene::rewrite);
  }

  void vacuum(Vacuum command) {
    if (scene.refusesTransaction("VACUUM")) {
      return;
    }
    if (command.tables().isEmpty()) {
      scene.effects().unknown(ALL);
    }
    for (RelationName name : command.tables()) {
      LockMode mode = command.full() ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_UPDATE_EXCLUSIVE;
      scene.lock(name, mode);
      for (TableOutline table : scene.family(name, false)) {
        scene.lock(table.name(), mode);
        if (command.full()) {
          scene.rewrite(table);
        }
      }
    }
  }

  /** A sample is read, not all rows. */
  void analyze(Analyze command) {
    if (command.tables().isEmpty()) {
      scene.effects().unknown(ALL);
    }
    command
        .tables()
        .forEach(name -> scene.lockFamily(name, false, LockMode.SHARE_UPDATE_EXCLUSIVE));
  }

  void truncate(Truncate command) {
    Set<RelationName> emptied = new LinkedHashSet<>();
    for (RelationName name : command.tables()) {
      scene.lock(name, LockMode.ACCESS_EXCLUSIVE);
      emptied.add(scene.resolve(name));
      scene.family(name, command.only()).forEach(table -> emptied.add(table.name()));
    }
    List<RelationName> open = new ArrayList<>(emptied);
    for (int i = 0; i < open.size(); i++) {
      for (TableOutline other : scene.outline().referencing(open.get(i))) {
        if (emptied.contains(other.name())) {
          continue;
        }
        if (!command.cascade()) {
          scene.fail("0A000", other.name() + " refers to " + open.get(i));
        }
        emptied.add(other.name());
        open.add(other.name());
      }
    }
    emptied.forEach(name -> empty(name, command.restartIdentity()));
  }

  private void empty(RelationName name, boolean restart) {
    scene
        .table(name)
        .ifPresent(
            table -> {
              scene.lock(name, LockMode.ACCESS_EXCLUSIVE);
              if (Scene.isStored(table)) {
                scene.lockWithIndexes(table);
                scene.effects().rewrite(name);
                table.indexes().forEach(index -> scene.effects().rewrite(index.name()));
              }
            });
    if (restart) {
      scene.outline().sequencesOf(name).stream()
          .map(SequenceOutline::name)
          .forEach(sequence -> scene.lock(sequence, LockMode.ACCESS_EXCLUSIVE));
    }
  }
}
