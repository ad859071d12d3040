package io.liftlock.postgres.inspect;

/**
 * Whose catalog is read.
 *
 * @param major the server's major version, 14 or more
 * @param historySchema the schema of liftlock's history table
 * @param historyTable the name of liftlock's history table
 */
public record Scope(int major, String historySchema, String historyTable) {

  /** Whether the server is of that major version or a newer one. */
  boolean since(int version) {
    return major >= version;
  }
}
