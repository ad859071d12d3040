package io.liftlock.postgres.trace;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.postgres.link.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one look at the server shows: every relation that people made, and which of them a session
 * has locked. The locks are read raw: joined to {@code pg_class} they would leave out those of
 * relations that the transaction has dropped.
 *
 * @param relations by oid; without catalogs, TOAST tables, temporary and composite types' relations
 * @param locks the strongest mode on each relation, by oid, of whatever is locked
 * @param wal how much the server has written ahead since it was made, in bytes
 */
record Look(Map<Long, Relation> relations, Map<Long, LockMode> locks, long wal) {

  /**
   * Whether a lock is worth telling. Whoever plans or runs a query also locks every index of its
   * tables, as weakly as the table itself.
   */
  boolean tells(long oid, LockMode mode) {
    Relation relation = relations.get(oid);
    return relation != null && !(relation.isIndex() && mode.compareTo(LockMode.ROW_EXCLUSIVE) <= 0);
  }

  /** What a relation is called here. */
  Optional<RelationName> name(long oid) {
    return Optional.ofNullable(relations.get(oid)).map(Relation::name);
  }

  private static final String RELATIONS =
      """
      SELECT c.oid, n.nspname, c.relname, c.relkind, c.relfilenode,
             %s, COALESCE(x.indrelid, c.oid),
             pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)
               + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid)
               + pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = c.oid
       WHERE c.oid >= 16384
         AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'i', 'I')
         AND n.nspname !~ '^pg_(toast|temp|catalog)'\
      """;

  private static final String IN_TRANSACTION = "pg_catalog.pg_stat_get_xact_numscans(c.oid)";

  private static final String EVER =
      "pg_catalog.pg_stat_get_numscans(c.oid) + pg_catalog.pg_stat_get_xact_numscans(c.oid)";

  private static final String WAL =
      "SELECT (pg_catalog.pg_current_wal_insert_lsn() - '0/0'::pg_catalog.pg_lsn)::bigint";

  /**
   * The queries of a look from within a transaction, as one message.
   *
   * @param processId the session whose locks are wanted
   */
  static String inTransaction(int processId) {
    return RELATIONS.formatted(IN_TRANSACTION) + ";" + locks(processId) + ";" + WAL;
  }

  /** The queries of a look from outside, where counters may have been handed over meanwhile. */
  static String outside(int processId) {
    return RELATIONS.formatted(EVER) + ";" + locks(processId) + ";" + WAL;
  }

  /** The query for the locks of a session, and whatever it waits for; see {@link #locks(Reply)}. */
  static String locks(int processId) {
    return """
    SELECT COALESCE(l.relation, 0), l.mode, l.granted
      FROM pg_catalog.pg_locks l
     WHERE l.pid = %d
       AND (l.locktype = 'relation' AND l.relation >= 16384 OR NOT l.granted)\
    """
        .formatted(processId);
  }

  /** Reads the three replies. */
  static Look of(List<Reply> replies) {
    Reply rows = replies.get(0);
    Map<Long, Relation> relations = new HashMap<>();
    for (int row = 0; row < rows.rows().size(); row++) {
      Relation relation =
          new Relation(
              rows.number(row, 0),
              RelationName.of(rows.required(row, 1), rows.required(row, 2)),
              rows.required(row, 3).charAt(0),
              rows.number(row, 4),
              rows.number(row, 5),
              rows.number(row, 6),
              rows.number(row, 7));
      relations.put(relation.oid(), relation);
    }
    return new Look(relations, locks(replies.get(1)), replies.get(2).number(0, 0));
  }

  /** Reads the answer to {@link #locks(int)}: what was granted. */
  static Map<Long, LockMode> locks(Reply reply) {
    Map<Long, LockMode> locks = new HashMap<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      if (reply.isTrue(row, 2)) {
        long oid = reply.number(row, 0);
        // The marks that serializable transactions leave where they have read keep nobody waiting.
        LockMode.of(reply.required(row, 1)).ifPresent(mode -> locks.merge(oid, mode, LockMode::or));
      }
    }
    return locks;
  }
}
