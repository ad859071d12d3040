package io.liftlock.core.database;

import io.liftlock.core.schema.ObjectId;
import java.util.List;

/** Tells whether two tables hold the same rows, without taking the rows out. */
public interface RowDigests {

  /**
   * The rows of a table, in any order. Rows of partitions count, those of inheriting tables do not.
   *
   * @param table which
   * @param columns the columns that are looked at
   */
  RowDigest digest(ObjectId table, List<String> columns);

  /**
   * How many rows, and a hash of them that does not depend on their order.
   *
   * @param rows how many
   * @param hash equal for equal rows in the same columns
   */
  record RowDigest(long rows, String hash) {}
}
