package io.liftlock.postgres;

import io.liftlock.core.sql.Checksum;
import io.liftlock.postgres.sql.Quoted;

/**
 * Where the history is, once its schema is known.
 *
 * @param schema the schema
 * @param table the table
 */
record HistoryLocation(String schema, String table) {

  /** The table as SQL names it, whatever the search path is. */
  String sql() {
    return Quoted.qualified(schema, table);
  }

  /**
   * The advisory lock that the runner's own session holds: the first 64 bits of the SHA-256 of
   * {@code liftlock/runner/<schema>.<table>}, both quoted. Advisory locks are per database, so the
   * database need not be in it.
   */
  long runnerKey() {
    return key("runner");
  }

  /**
   * The advisory lock that the session holds which does the work, made alike from {@code
   * liftlock/worker/…}. It outlives a killed runner until the server has noticed, so that nobody
   * begins while the dead one's last transaction may still commit.
   */
  long workerKey() {
    return key("worker");
  }

  private long key(String what) {
    return lockKey(what, sql());
  }

  /** The first 64 bits of the SHA-256 of {@code liftlock/<what>/<name>}. */
  static long lockKey(String what, String name) {
    return Long.parseUnsignedLong(
        Checksum.sha256("liftlock/" + what + "/" + name).substring(0, 16), 16);
  }
}
