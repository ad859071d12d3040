package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.outline.IndexOutline;
import java.util.Optional;

/** What ALTER of a table, view, index or sequence does, action by action. */
final class TableForecast {

  private final Scene scene;
  private final AlterTable command;

  TableForecast(Scene scene, AlterTable command) {
    this.scene = scene;
    this.command = command;
  }

  void tell() {
    RelationName name = scene.resolve(command.name());
    boolean view =
        command.kind() == RelationKind.VIEW
            || scene.outline().table(name).filter(t -> t.kind() == RelationKind.VIEW).isPresent();
    if (view) {
      scene.lock(name, LockMode.ACCESS_EXCLUSIVE);
      return;
    }
    if (isSequence(name)) {
      sequence(name);
      return;
    }
    Optional<IndexOutline> index = scene.outline().index(name);
    if (command.kind() == RelationKind.INDEX || index.isPresent()) {
      command.actions().forEach(action -> action.match(new IndexAlteration(scene, command, index)));
      return;
    }
    if (isMissing(name)) {
      return;
    }
    for (Alteration action : command.actions()) {
      action.match(new TableAlteration(scene, command, name));
    }
  }

  /** IF EXISTS of something that is known not to be there cannot be told from an unknown one. */
  private boolean isMissing(RelationName name) {
    if (command.ifExists() && scene.outline().table(name).isEmpty()) {
      scene.effects().unknown("whether " + name + " exists is not told by any migration");
    }
    return false;
  }

  private boolean isSequence(RelationName name) {
    return command.kind() == RelationKind.SEQUENCE || scene.outline().sequence(name).isPresent();
  }

  /** RENAME, SET SCHEMA, OWNER and SET LOGGED of a sequence. */
  private void sequence(RelationName name) {
    scene.lock(name, LockMode.ACCESS_EXCLUSIVE);
  }
}
