package io.liftlock.core.transfer;

import io.liftlock.core.schema.ObjectId;
import java.util.List;

/**
 * Rows to be hashed.
 *
 * @param table of which table
 * @param range which of them
 * @param columns what of them; the same order on both sides, whatever order the tables have
 * @param kind which hash; never {@link HashKind#TUPLES}
 * @param seed another seed gives hashes that are independent of the first
 * @param bucketBy columns whose hash decides which bucket a row falls into; empty: the whole row's
 * @param buckets into how many parts the digest is split; 1 for one digest
 */
public record DigestQuery(
    ObjectId table,
    Range range,
    List<HashColumn> columns,
    HashKind kind,
    long seed,
    List<HashColumn> bucketBy,
    int buckets) {

  /** Copies the collections. */
  public DigestQuery {
    columns = List.copyOf(columns);
    bucketBy = List.copyOf(bucketBy);
  }
}
