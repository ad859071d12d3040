package io.liftlock.core.transfer;

/**
 * How rows travel from a reader to a writer. In each format a row is a run of bytes with a known
 * end; what stands before the first row and behind the last one is the adapters' own business.
 */
public enum RowFormat {
  /** Tuples of PostgreSQL's binary COPY, untouched. */
  BINARY,
  /** Lines of PostgreSQL's text COPY, untouched, each with the newline that ends it. */
  TEXT,
  /**
   * For two kinds of databases: laid out like a tuple of PostgreSQL's binary COPY (16 bits: how
   * many fields; for each 32 bits of length, -1 for NULL, and that many bytes; all big-endian), its
   * fields in the forms that the columns ask for.
   */
  TUPLES
}
