package io.liftlock.postgres.transfer;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.transfer.DigestQuery;
import io.liftlock.core.transfer.HashColumn;
import java.util.List;
import java.util.Map;

/** Writes what a query says of the rows that are hashed. */
final class HashedTable {

  private final DigestQuery query;
  private final String table;
  private final String condition;
  private final Map<String, TypedColumn> columns;

  /**
   * @param table what stands behind FROM
   * @param condition what stands behind WHERE
   * @param columns of the table, by name
   */
  HashedTable(DigestQuery query, String table, String condition, Map<String, TypedColumn> columns) {
    this.query = query;
    this.table = table;
    this.condition = condition;
    this.columns = columns;
  }

  /** The rows; more conditions can follow. */
  String from() {
    return table + "\n WHERE " + condition;
  }

  /** The hash of a row. */
  String hash() {
    return hash(query.columns());
  }

  /** Whether the bucket hangs on some columns, and not on the whole row. */
  boolean isByKey() {
    return !query.bucketBy().isEmpty();
  }

  /** The hash of the columns that decide about the bucket. */
  String keyHash() {
    return hash(query.bucketBy());
  }

  /** The bucket; the sign is taken off the hash first, since a remainder would keep it. */
  String bucket(String hash) {
    return "(%s & %d) %% %d".formatted(hash, Long.MAX_VALUE, query.buckets());
  }

  private String hash(List<HashColumn> hashed) {
    List<String> parts =
        hashed.stream().map(one -> Projection.of(column(one), one, query.kind())).toList();
    return RowHashSql.of(query.kind(), parts, query.seed());
  }

  /**
   * What the table knows of a column.
   *
   * @throws DatabaseError where it has no such column
   */
  TypedColumn column(HashColumn wanted) {
    TypedColumn known = columns.get(wanted.name());
    if (known == null) {
      throw new DatabaseError(
          Problem.error(
                  ErrorCode.TABLE_NOT_COMPARED,
                  "the table "
                      + query.table().qualified()
                      + " has no column "
                      + wanted.name()
                      + " any more")
              .action("run the same command again: it looks at the schemas anew"),
          null);
    }
    return known;
  }
}
