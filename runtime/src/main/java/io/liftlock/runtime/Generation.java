package io.liftlock.runtime;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.SchemaDiff;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came of generating migrations of one database.
 *
 * @param database the configured database
 * @param renames what is renamed first
 * @param difference everything that differs between what the migrations build, once it is renamed,
 *     and the model, also what is left out
 * @param losses which of its changes would destroy what
 * @param left what is left undone, because it would destroy something
 * @param files what was written, relative to the project
 * @param proof what was proven and what not, in one line; empty where nothing was to be
 */
public record Generation(
    String database,
    List<Change.Rename> renames,
    SchemaDiff difference,
    Map<Change, Loss> losses,
    List<Loss> left,
    List<Path> files,
    String proof) {

  /** Copies the collections. */
  public Generation {
    renames = List.copyOf(renames);
    losses = Map.copyOf(losses);
    left = List.copyOf(left);
    files = List.copyOf(files);
  }

  /** Whether the migrations build what the model says, but perhaps for the order of columns. */
  public boolean inStep() {
    return difference.isEmpty() && renames.isEmpty();
  }
}
