package io.liftlock.postgres;

import io.liftlock.core.database.HistoryTable;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;

/**
 * Finds liftlock's own history table by the catalog alone, so that a role that may not read the
 * history can still tell it from other people's tables. A table of that name with other columns is
 * somebody else's.
 */
final class OwnHistory {

  private OwnHistory() {}

  /**
   * Where it is; where there is none, or it is not liftlock's, a place that no object has.
   *
   * @param configured where it is said to be
   */
  static HistoryLocation find(Link link, HistoryTable configured) {
    String schema = configured.schema();
    Answer answer =
        link.ask(
            """
            SELECT n.nspname
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relname = %1$s AND c.relkind = 'r' AND %2$s
               AND (SELECT pg_catalog.count(*) FROM pg_catalog.pg_attribute a
                     WHERE a.attrelid = c.oid AND NOT a.attisdropped
                       AND a.attname IN ('version', 'checksum', 'prev_hash', 'statements_done',
                                         'tool_version', 'batch')) = 6
             ORDER BY c.oid = pg_catalog.to_regclass(%3$s) DESC NULLS LAST, n.nspname
             LIMIT 1\
            """
                .formatted(
                    Quoted.literal(configured.table()),
                    schema == null ? "true" : "n.nspname = " + Quoted.literal(schema),
                    Quoted.literal(Quoted.identifier(configured.table()))),
            Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("the history cannot be looked for", answer.failure());
    }
    Reply reply = answer.replies().get(0);
    return reply.rows().isEmpty()
        ? new HistoryLocation("", "")
        : new HistoryLocation(reply.required(0, 0), configured.table());
  }
}
