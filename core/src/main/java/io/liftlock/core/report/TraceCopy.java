package io.liftlock.core.report;

import io.liftlock.core.schema.ObjectId;
import java.util.List;
import java.util.Map;

/**
 * A copy of a database that statements were traced on.
 *
 * @param where on which server it was, as people read it
 * @param rows which rows it had, as people read it: {@code 100 of each table}
 * @param tables how many rows each table had; partitions stand for themselves
 * @param leftOut what of the database was not copied, and why, as sentences without full stops
 * @param durationMs how long it took to make, in milliseconds
 */
public record TraceCopy(
    String where, String rows, Map<ObjectId, Long> tables, List<String> leftOut, long durationMs) {

  /** Copies the collections. */
  public TraceCopy {
    tables = Map.copyOf(tables);
    leftOut = List.copyOf(leftOut);
  }

  /** How many rows there were in all. */
  public long total() {
    return tables.values().stream().mapToLong(Long::longValue).sum();
  }
}
