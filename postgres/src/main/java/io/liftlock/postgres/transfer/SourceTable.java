package io.liftlock.postgres.transfer;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;

/**
 * A table as a reader meets it.
 *
 * @param from what stands behind FROM, with the alias {@code t}: without the rows of tables that
 *     inherit from it, with those of its partitions
 * @param partitioned whether its rows lie in partitions
 * @param outOfLine how many bytes of large values are stored beside its rows
 */
record SourceTable(String from, boolean partitioned, long outOfLine) {

  /**
   * A table that is truncated or rewritten is no longer seen as it was, whatever the snapshot: it
   * looks empty. So it is locked against that, and then its file is compared with the one that the
   * snapshot's catalog names; {@code pg_relation_filenode} knows the present one.
   */
  private static final String SQL =
      """
      LOCK TABLE ONLY %1$s IN ACCESS SHARE MODE;
      SELECT c.relkind = 'p',
             (SELECT pg_catalog.count(*)
                FROM pg_catalog.pg_partition_tree(c.oid) t
                JOIN pg_catalog.pg_class p ON p.oid = t.relid
               WHERE p.relfilenode <> 0
                 AND p.relfilenode IS DISTINCT FROM pg_catalog.pg_relation_filenode(p.oid))
             + (c.relfilenode <> 0
                AND c.relfilenode IS DISTINCT FROM pg_catalog.pg_relation_filenode(c.oid))
               ::pg_catalog.int4,
             (SELECT COALESCE(pg_catalog.sum(pg_catalog.pg_relation_size(p.reltoastrelid)), 0)
                FROM pg_catalog.pg_class p
               WHERE p.reltoastrelid <> 0
                 AND (p.oid = c.oid
                      OR p.oid IN (SELECT t.relid FROM pg_catalog.pg_partition_tree(c.oid) t)))
               ::pg_catalog.int8
        FROM pg_catalog.pg_class c
       WHERE c.oid = pg_catalog.to_regclass(%2$s)\
      """;

  /**
   * Locks a table against being rewritten until the transaction ends.
   *
   * @throws DatabaseError with CONNECTION_LOST where it was rewritten since the instant that is
   *     read at
   */
  static SourceTable open(Questions questions, ObjectId table) {
    if (LargeObjects.are(table)) {
      return LargeObjects.source();
    }
    String name = Quoted.qualified(table.path().get(0), table.path().get(1));
    String doing = "the table " + table.qualified() + " cannot be read";
    Reply reply = questions.ask(doing, SQL.formatted(name, Quoted.literal(name)));
    if (reply.rows().isEmpty() || reply.number(0, 1) > 0) {
      throw new DatabaseError(
          Problem.error(
                  ErrorCode.CONNECTION_LOST,
                  doing
                      + " as it was: it was truncated, rewritten or made anew since the snapshot"
                      + " was taken")
              .action("run the same command again: it reads at a new snapshot"),
          null);
    }
    boolean partitioned = reply.isTrue(0, 0);
    return new SourceTable(
        (partitioned ? name : "ONLY " + name) + " AS t", partitioned, reply.number(0, 2));
  }
}
