package io.liftlock.core.syntax;

import java.util.List;
import java.util.Optional;

/**
 * What ON CONFLICT names.
 *
 * @param columns the columns whose unique index is meant; empty where none is named
 * @param constraint the constraint that is named
 */
public record ConflictTarget(List<String> columns, Optional<String> constraint) {
  /** Copies what it is given. */
  public ConflictTarget {
    columns = List.copyOf(columns);
  }
}
