package io.liftlock.postgres.trace;

import io.liftlock.core.sql.RelationName;

/**
 * A relation as one look at the catalog shows it, and what this session has done to it since its
 * counters were last handed over.
 *
 * @param oid its number, which stays when it is renamed
 * @param name its name with its schema
 * @param kind {@code pg_class.relkind}
 * @param file {@code pg_class.relfilenode}; another one where it was written anew
 * @param scans how often all of it was read; of an index, how often it was used
 * @param table of an index, the number of its table; of any other its own
 * @param written rows inserted, updated and deleted
 */
record Relation(
    long oid, RelationName name, char kind, long file, long scans, long table, long written) {

  /** Whether it is an index, also one of a partitioned table. */
  boolean isIndex() {
    return kind == 'i' || kind == 'I';
  }

  /** Whether its rows, or entries, lie in a file of its own that can be written anew. */
  boolean isStored() {
    return kind == 'r' || kind == 'm' || kind == 'i';
  }
}
