package io.liftlock.postgres.transfer;

import io.liftlock.core.transfer.HashKind;
import java.util.List;

/** Writes the expression that hashes a row to 64 bits. */
final class RowHashSql {

  private RowHashSql() {}

  /**
   * The expression, a {@code bigint}.
   *
   * @param parts what of the row is hashed; at most 1,664
   */
  static String of(HashKind kind, List<String> parts, long seed) {
    String row = String.join(", ", parts);
    return switch (kind) {
      case RECORD -> record(row, seed);
      case TEXT ->
          "pg_catalog.hashtextextended(ROW(%s)::pg_catalog.text COLLATE pg_catalog.\"C\", %d)"
              .formatted(row, seed);
      case SHA256 -> sha256(row, seed);
      case TUPLES -> throw new IllegalArgumentException("tuples are hashed by whoever reads them");
    };
  }

  /**
   * The server puts a record's hash together by multiplying and adding those of its values. Sums of
   * such hashes do not change when two rows swap the values of a column; so the record's hash is
   * hashed once more, after which nothing can be taken apart.
   */
  private static String record(String row, long seed) {
    return """
    pg_catalog.hashtextextended(
      pg_catalog.hash_record_extended(ROW(%1$s)::pg_catalog.record, %2$d)
        ::pg_catalog.text COLLATE pg_catalog."C", %2$d)\
    """
        .formatted(row, seed);
  }

  /** Hashed as UTF-8, so that it serves databases of different encodings. */
  private static String sha256(String row, long seed) {
    return """
    ('x' || pg_catalog.encode(pg_catalog.substring(pg_catalog.sha256(pg_catalog.convert_to(
      '%2$d' || ROW(%1$s)::pg_catalog.text, 'UTF8')), 1, 8), 'hex'))
      ::pg_catalog.bit(64)::pg_catalog.int8\
    """
        .formatted(row, seed);
  }
}
