package io.liftlock.core.syntax;

import java.util.List;

/**
 * How a table is divided.
 *
 * @param strategy {@code range}, {@code list} or {@code hash}
 * @param columns by which columns; those of expressions left out
 * @param expressions whether an expression is among its parts
 */
public record PartitionKey(String strategy, List<String> columns, boolean expressions) {
  /** Copies what it is given. */
  public PartitionKey {
    columns = List.copyOf(columns);
  }
}
