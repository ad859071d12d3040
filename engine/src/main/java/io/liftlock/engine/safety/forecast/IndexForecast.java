package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Optional;

/** What CREATE INDEX does. */
final class IndexForecast {

  private final Scene scene;

  IndexForecast(Scene scene) {
    this.scene = scene;
  }

  void create(CreateIndex command) {
    if (command.concurrently() && scene.refusesTransaction("CREATE INDEX CONCURRENTLY")) {
      return;
    }
    RelationName name = scene.resolve(command.table());
    Optional<TableOutline> table = scene.table(name);
    boolean partitioned = table.filter(TableOutline::isPartitioned).isPresent();
    if (command.concurrently() && partitioned) {
      scene.fail("0A000", "an index of a partitioned table cannot be created concurrently");
      return;
    }
    LockMode mode = command.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
    scene.lock(name, mode);
    if (isThere(command, name)) {
      if (!command.ifNotExists()) {
        scene.fail("42P07", "there is a relation of that name");
      }
      return;
    }
    List<String> columns =
        command.parts().stream().flatMap(part -> part.column().stream()).toList();
    if (command.unique() && partitioned && ConstraintForecast.lacksPartitionKey(table, columns)) {
      scene.fail("0A000", "a unique index must have the columns of the partition key");
    }
    table.ifPresent(each -> build(each, command, mode));
  }

  private boolean isThere(CreateIndex command, RelationName table) {
    return command
        .name()
        .flatMap(each -> scene.outline().index(new RelationName(table.schema(), each)))
        .isPresent();
  }

  /** Children that inherit are left out; partitions that have it already hand it over. */
  private void build(TableOutline table, CreateIndex command, LockMode mode) {
    scene.scan(table);
    if (!table.isPartitioned() || command.only()) {
      return;
    }
    for (TableOutline partition : scene.outline().partitions(table.name())) {
      scene.lock(partition.name(), mode);
      Optional<IndexOutline> own =
          partition.indexes().stream().filter(each -> isLike(each, command)).findFirst();
      if (own.isPresent()) {
        scene.lock(own.get().name(), mode);
      } else {
        build(partition, command, mode);
      }
    }
  }

  private static boolean isLike(IndexOutline index, CreateIndex command) {
    return index.attachedTo().isEmpty()
        && index.isLike(
            new IndexOutline(
                index.name(),
                index.table(),
                command.unique(),
                command.method(),
                command.parts(),
                command.included(),
                command.where(),
                Optional.empty(),
                Optional.empty(),
                true));
  }
}
