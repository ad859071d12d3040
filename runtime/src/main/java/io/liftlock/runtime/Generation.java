package io.liftlock.runtime;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.engine.model.Generated;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came of generating migrations of one database.
 *
 * @param database the configured database
 * @param generated what was made of the difference
 * @param difference everything that differs between what the migrations build, once it is renamed,
 *     and the model, also what is left out
 * @param losses which of its changes would destroy what
 * @param files what was written, relative to the project
 * @param proof what was proven and what not, in one line; empty where nothing was to be
 */
public record Generation(
    String database,
    Generated generated,
    SchemaDiff difference,
    Map<Change, Loss> losses,
    List<Path> files,
    String proof) {

  /** Copies the collections. */
  public Generation {
    losses = Map.copyOf(losses);
    files = List.copyOf(files);
  }

  /** Whether the migrations build what the model says, but perhaps for the order of columns. */
  public boolean inStep() {
    return difference.isEmpty() && generated.renames().isEmpty();
  }
}
