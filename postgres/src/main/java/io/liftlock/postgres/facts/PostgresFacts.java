package io.liftlock.postgres.facts;

import io.liftlock.core.database.FactReader;
import io.liftlock.core.database.Facts;
import io.liftlock.core.database.TableFacts;
import io.liftlock.core.sql.RelationName;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Facts of a PostgreSQL database, by its catalog and statistics; any role can read them. A table
 * that somebody has locked against everybody is not waited for: its size is then the one that was
 * last counted.
 */
public final class PostgresFacts implements FactReader {

  private static final String DOING = "facts of tables cannot be read";

  /** Somebody holds a lock that even the size of a table has to wait for. */
  private static final String LOCKED = "55P03";

  /**
   * The catalog's number of rows belongs to its number of pages, so it grows with the file. Where
   * nobody has counted yet, it is -1, and what the statistics have seen is all that is known. A
   * partitioned table is what its leaves are.
   */
  private static final String TABLES =
      """
      WITH leaves AS (
        SELECT c.oid AS top, c.oid AS leaf
          FROM pg_catalog.pg_class c WHERE c.relkind IN ('r', 'm')
         UNION ALL
        SELECT c.oid, t.relid
          FROM pg_catalog.pg_class c, pg_catalog.pg_partition_tree(c.oid) t
         WHERE c.relkind = 'p' AND t.isleaf
      ), sized AS (
        SELECT l.top, c.reltuples::pg_catalog.float8 AS counted, c.relpages,
               %1$s AS pages, %2$s AS bytes,
               s.n_live_tup AS live,
               s.n_tup_ins + s.n_tup_upd + s.n_tup_del AS writes,
               COALESCE(s.seq_scan, 0) + COALESCE(s.idx_scan, 0) AS scans
          FROM leaves l
          JOIN pg_catalog.pg_class c ON c.oid = l.leaf
          LEFT JOIN pg_catalog.pg_stat_all_tables s ON s.relid = l.leaf
      )
      SELECT n.nspname, c.relname,
             pg_catalog.sum(CASE WHEN z.counted < 0 OR z.relpages = 0
                                 THEN GREATEST(z.counted, z.live, 0)
                                 ELSE z.counted * z.pages / z.relpages
                            END)::pg_catalog.int8,
             pg_catalog.sum(z.bytes)::pg_catalog.int8,
             pg_catalog.sum(z.writes)::pg_catalog.int8,
             pg_catalog.sum(z.scans)::pg_catalog.int8
        FROM sized z
        JOIN pg_catalog.pg_class c ON c.oid = z.top
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
       GROUP BY n.nspname, c.relname\
      """;

  private static final String BLOCK = "pg_catalog.current_setting('block_size')::pg_catalog.int8";

  private static final String PAGES = "pg_catalog.pg_relation_size(c.oid) / " + BLOCK;

  private static final String BYTES = "pg_catalog.pg_total_relation_size(c.oid)";

  private static final String COUNTED_BYTES =
      """
      (c.relpages
        + (SELECT COALESCE(pg_catalog.sum(i.relpages), 0)
             FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
            WHERE x.indrelid = c.oid)
        + COALESCE((SELECT t.relpages FROM pg_catalog.pg_class t WHERE t.oid = c.reltoastrelid), 0)
      ) *\
      """
          + BLOCK;

  private static final String INDEXES =
      """
      SELECT i.schemaname, i.indexrelname, i.idx_scan FROM pg_catalog.pg_stat_user_indexes i\
      """;

  /** Whose transaction is how old is only shown to members of the role and to monitors. */
  private static final String OLDEST =
      """
      SELECT (EXTRACT(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.min(o.begun)) * 1000)
               ::pg_catalog.int8
        FROM (SELECT a.xact_start AS begun
                FROM pg_catalog.pg_stat_activity a
               WHERE a.datname = pg_catalog.current_database()
                 AND a.pid <> pg_catalog.pg_backend_pid()
                 AND a.backend_type = 'client backend'
               UNION ALL
              SELECT p.prepared
                FROM pg_catalog.pg_prepared_xacts p
               WHERE p.database = pg_catalog.current_database()) o\
      """;

  private final Supplier<Link> links;

  /**
   * @param links gives a connection that is in no transaction
   */
  public PostgresFacts(Supplier<Link> links) {
    this.links = links;
  }

  @Override
  public Facts read() {
    Link link = links.get();
    List<Reply> replies = sized(link);
    Map<RelationName, TableFacts> tables = new HashMap<>();
    Reply rows = replies.get(0);
    for (int row = 0; row < rows.rows().size(); row++) {
      tables.put(
          RelationName.of(rows.required(row, 0), rows.required(row, 1)),
          new TableFacts(
              rows.number(row, 2),
              rows.number(row, 3),
              optional(rows, row, 4),
              optional(rows, row, 5)));
    }
    Map<RelationName, Long> scans = new HashMap<>();
    Reply indexes = replies.get(1);
    for (int row = 0; row < indexes.rows().size(); row++) {
      RelationName name = RelationName.of(indexes.required(row, 0), indexes.required(row, 1));
      optional(indexes, row, 2).ifPresent(count -> scans.put(name, count));
    }
    OptionalLong oldest = optional(replies.get(2), 0, 0);
    return new Facts(
        tables,
        scans,
        oldest.isPresent()
            ? Optional.of(Duration.ofMillis(Math.max(0, oldest.getAsLong())))
            : Optional.empty());
  }

  /** With the sizes that files have now, unless one of them would have to be waited for. */
  private static List<Reply> sized(Link link) {
    String now = TABLES.formatted(PAGES, BYTES);
    Answer answer =
        link.ask("BEGIN; SET LOCAL lock_timeout = '100ms'; " + now + "; COMMIT", Link.Rows.KEEP);
    if (answer.failure() != null) {
      Exchange.undo(link);
      if (!LOCKED.equals(answer.sqlState())) {
        throw Failures.error(DOING, answer.failure());
      }
      return Exchange.ask(
          link, DOING, List.of(TABLES.formatted("c.relpages", COUNTED_BYTES), INDEXES, OLDEST));
    }
    Reply sizes = answer.replies().get(2);
    List<Reply> others = Exchange.ask(link, DOING, List.of(INDEXES, OLDEST));
    return List.of(sizes, others.get(0), others.get(1));
  }

  private static OptionalLong optional(Reply reply, int row, int column) {
    return reply.text(row, column) == null
        ? OptionalLong.empty()
        : OptionalLong.of(reply.number(row, column));
  }
}
