package io.liftlock.core.transfer;

/**
 * Ways to hash a row, the cheapest first. Both sides must use the same one, and must have shown
 * that they hash alike.
 */
public enum HashKind {
  /** The server's own hash of a record of typed values (PostgreSQL 14 and newer). */
  RECORD,
  /** The server's 64-bit hash of the row's text. */
  TEXT,
  /** SHA-256 of the row's text, cut to 64 bits. */
  SHA256,
  /** Rows come out as tuples and liftlock hashes them itself; works between all databases. */
  TUPLES
}
