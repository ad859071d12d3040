package io.liftlock.runtime;

import io.liftlock.core.change.Loss;
import java.nio.file.Path;
import java.util.List;

/**
 * What was written about one database's drift.
 *
 * @param database its configured name
 * @param files the files, relative to the project; empty where nothing was left to do
 * @param left what is left undone, because it would destroy data and nobody allowed it
 */
public record DriftMigration(String database, List<Path> files, List<Loss> left) {

  /** Copies the lists. */
  public DriftMigration {
    files = List.copyOf(files);
    left = List.copyOf(left);
  }
}
