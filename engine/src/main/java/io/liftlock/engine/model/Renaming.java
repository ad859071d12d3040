package io.liftlock.engine.model;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.engine.proof.Workbench;
import java.util.List;

/**
 * Asks a database what a schema looks like under other names. The server prints names inside
 * expressions, so nobody else can tell.
 */
public final class Renaming {

  private Renaming() {}

  /**
   * What a workbench looks like under new names; afterwards it has the old ones again.
   *
   * @param renames in order; where there are none, what it looks like as it is
   */
  public static Schema on(Workbench bench, Renderer renderer, List<Change.Rename> renames) {
    Schema before = bench.schema();
    if (renames.isEmpty()) {
      return before;
    }
    run(bench, renderer.rename(before, renames));
    Schema renamed = bench.schema();
    run(bench, renderer.rename(renamed, Generated.back(renames)));
    return renamed;
  }

  static void run(Workbench bench, SchemaScript script) {
    if (!script.statements().isEmpty()) {
      bench.run(script(bench, "renames", script), "the renames");
    }
  }

  static Script script(Workbench bench, String origin, SchemaScript script) {
    return new ScriptReader().read(origin, script.text(), bench.database().dialect());
  }
}
