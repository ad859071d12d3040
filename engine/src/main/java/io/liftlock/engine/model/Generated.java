package io.liftlock.engine.model;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.SchemaDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link Autogenerate} made of a difference.
 *
 * @param diff what the migrations do, beside the renames
 * @param renames what they rename first
 * @param migrations in the order they run; empty where there is nothing to do
 * @param allowed what they destroy, because it was allowed
 * @param left what they leave undone, because it would destroy something
 */
public record Generated(
    SchemaDiff diff,
    List<Change.Rename> renames,
    List<GeneratedMigration> migrations,
    List<Loss> allowed,
    List<Loss> left) {

  /** The renames that take the renames back, in their order. */
  public List<Change.Rename> renamesBack() {
    return back(renames);
  }

  static List<Change.Rename> back(List<Change.Rename> renames) {
    List<Change.Rename> back = new ArrayList<>();
    renames.forEach(rename -> back.add(0, new Change.Rename(rename.to(), rename.from())));
    return List.copyOf(back);
  }
}
