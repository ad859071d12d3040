package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.Write;
import java.util.Optional;

/** What is locked to look a body in SQL up when its function is made: it does not run yet. */
final class BodyLocks implements Command.Some<Boolean> {

  private final Scene scene;

  BodyLocks(Scene scene) {
    this.scene = scene;
  }

  @Override
  public Boolean otherwise(Command command) {
    return false;
  }

  @Override
  public Boolean query(Query query) {
    for (RelationName read : query.reads()) {
      scene.lock(read, query.locksRows() ? LockMode.ROW_SHARE : LockMode.ACCESS_SHARE);
    }
    query.writes().forEach(this::write);
    return true;
  }

  @Override
  public Boolean write(Write write) {
    scene.lock(write.table(), LockMode.ROW_EXCLUSIVE);
    Optional<Query> source = write.source();
    source.ifPresent(this::query);
    write.writes().forEach(this::write);
    return true;
  }
}
