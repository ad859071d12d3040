package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.CreateView;
import io.liftlock.core.syntax.RefreshView;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;

/** What making and refreshing views does. */
final class ViewForecast {

  private final Scene scene;

  ViewForecast(Scene scene) {
    this.scene = scene;
  }

  void create(CreateView command) {
    // What a view reads is looked up, not read; a materialized one is filled at once.
    if (command.materialized() && command.withData()) {
      new DataForecast(scene).query(command.query());
    } else {
      command.query().reads().forEach(read -> scene.lock(read, LockMode.ACCESS_SHARE));
    }
    if (command.orReplace() && scene.outline().table(command.name()).isPresent()) {
      scene.lock(command.name(), LockMode.ACCESS_EXCLUSIVE);
    }
  }

  void refresh(RefreshView command) {
    RelationName name = scene.resolve(command.name());
    Optional<TableOutline> view = scene.table(name);
    if (command.concurrently()) {
      scene.lock(name, LockMode.EXCLUSIVE);
      boolean unique =
          view.filter(each -> each.indexes().stream().anyMatch(ViewForecast::isUnique)).isPresent();
      if (view.isPresent() && !unique) {
        scene.fail("55000", name + " has no unique index on columns, without a condition");
      }
    } else {
      scene.lock(name, LockMode.ACCESS_EXCLUSIVE);
      view.ifPresent(
          each -> {
            scene.lockWithIndexes(each);
            scene.effects().rewrite(name);
            each.indexes().forEach(index -> scene.effects().rewrite(index.name()));
          });
    }
    if (command.withData()) {
      view.ifPresent(
          each ->
              each.uses()
                  .forEach(read -> new DataForecast(scene).read(read, LockMode.ACCESS_SHARE)));
    }
  }

  private static boolean isUnique(IndexOutline index) {
    return index.unique()
        && index.where().isEmpty()
        && index.parts().stream().allMatch(part -> part.column().isPresent());
  }
}
