package io.liftlock.sqlite.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.schema.Schema;
import io.liftlock.sqlite.sql.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * Writes changes for SQLite. One writer at a time has the whole file, so there is no other mode and
 * no stage on the way: everything is one transaction.
 */
public final class SqliteRenderer implements Renderer {

  /** Needs nothing. */
  public SqliteRenderer() {}

  @Override
  public String quoted(String name) {
    return Quoted.name(name);
  }

  /**
   * The script. Where a table has to be made anew it switches foreign keys off, brings its own
   * BEGIN and COMMIT, which liftlock takes for its own, and fails when a row would be lost.
   *
   * @throws io.liftlock.core.error.StateError CHANGE_IMPOSSIBLE where a table would have to be made
   *     anew of which something is not modelled
   */
  @Override
  public SchemaScript render(SchemaDiff diff, Mode mode) {
    return new ScriptWriter(diff).script();
  }

  /**
   * The script.
   *
   * @throws io.liftlock.core.error.StateError CHANGE_IMPOSSIBLE where SQLite cannot follow, such as
   *     for a view that others name
   */
  @Override
  public SchemaScript rename(Schema from, List<Change.Rename> renames) {
    return new Renaming(from).script(renames);
  }

  @Override
  public Optional<Loss> loss(SchemaDiff diff, Change change) {
    return change.match(new Losses(diff));
  }

  @Override
  public List<Stage> stages(SchemaDiff diff) {
    return List.of(new Stage("", diff.to(), Mode.PLAIN));
  }
}
