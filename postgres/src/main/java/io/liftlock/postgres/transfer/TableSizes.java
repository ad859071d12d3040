package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds out how large tables are, by the files they have now and not by what was once counted. */
final class TableSizes {

  /**
   * The catalog's number of rows belongs to its number of pages, so it grows with the file. A
   * partitioned table is what its leaves are. How the rows lie is only known to those who may read
   * the column's statistics; text that is not ordered by bytes lies in no order that a range has.
   */
  private static final String SQL =
      """
      WITH named(n, name) AS (VALUES %1$s), wanted AS (
        SELECT named.n, c.oid, c.relkind, c.relname, s.nspname
          FROM named
          JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(named.name)
          JOIN pg_catalog.pg_namespace s ON s.oid = c.relnamespace
      ), leaves AS (
        SELECT w.n, w.oid AS leaf FROM wanted w WHERE w.relkind <> 'p'
         UNION ALL
        SELECT w.n, t.relid FROM wanted w, pg_catalog.pg_partition_tree(w.oid) t
         WHERE w.relkind = 'p' AND t.isleaf
      ), sized AS (
        SELECT l.n, size.bytes, size.pages,
               CASE WHEN size.pages = 0 THEN 0
                    WHEN c.reltuples < 0 THEN -1
                    WHEN c.relpages = 0 THEN c.reltuples
                    ELSE c.reltuples::pg_catalog.float8 * size.pages / c.relpages END AS rows
          FROM leaves l
          JOIN pg_catalog.pg_class c ON c.oid = l.leaf,
               LATERAL (SELECT COALESCE(pg_catalog.pg_table_size(c.oid), 0) AS bytes,
                               COALESCE(pg_catalog.pg_relation_size(c.oid), 0)
                                 / pg_catalog.current_setting('block_size')::pg_catalog.int8
                                 AS pages
                        OFFSET 0) size
      ), totals AS (
        SELECT s.n, pg_catalog.sum(s.bytes)::pg_catalog.int8 AS bytes,
               pg_catalog.sum(s.pages)::pg_catalog.int8 AS pages,
               CASE WHEN pg_catalog.bool_or(s.rows < 0) THEN -1
                    ELSE pg_catalog.sum(s.rows)::pg_catalog.int8 END AS rows
          FROM sized s GROUP BY s.n
      )
      SELECT w.n, COALESCE(t.rows, 0), COALESCE(t.bytes, 0),
             CASE WHEN w.relkind = 'p' THEN 0 ELSE COALESCE(t.pages, 0) END,
             CASE WHEN k.collation IN ('LANGUAGE', 'BLURRED') THEN 0
                  ELSE COALESCE((SELECT pg_catalog.abs(s.correlation)
                                   FROM pg_catalog.pg_stats s
                                  WHERE s.schemaname = w.nspname AND s.tablename = w.relname
                                    AND s.attname = k.attname
                                    AND s.inherited = (w.relkind = 'p')), 1) END,
             pg_catalog.row_security_active(w.oid)
        FROM wanted w
        LEFT JOIN totals t ON t.n = w.n
        LEFT JOIN LATERAL (
          SELECT a.attname, %2$s AS collation
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
            LEFT JOIN pg_catalog.pg_collation c ON c.oid = a.attcollation
            %3$s
           WHERE i.indrelid = w.oid AND i.indisprimary) k ON TRUE
       ORDER BY w.n\
      """;

  private final Questions questions;

  TableSizes(Questions questions) {
    this.questions = questions;
  }

  List<TableFacts> of(Collection<ObjectId> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<ObjectId> tables = List.copyOf(wanted);
    List<String> values = new ArrayList<>();
    for (ObjectId table : tables) {
      values.add("(" + values.size() + ", " + Quoted.literal(name(table)) + ")");
    }
    Reply reply =
        questions.ask(
            "the sizes of tables cannot be read",
            SQL.formatted(
                String.join(", ", values), TableColumns.COLLATION, TableColumns.DATABASE));
    List<TableFacts> facts = new ArrayList<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      ObjectId table = tables.get((int) reply.number(row, 0));
      if (LargeObjects.are(table)) {
        facts.add(LargeObjects.facts(questions));
        continue;
      }
      facts.add(
          new TableFacts(
              table,
              reply.number(row, 1),
              reply.number(row, 2),
              reply.number(row, 3),
              Double.parseDouble(reply.required(row, 4)),
              reply.isTrue(row, 5)));
    }
    return List.copyOf(facts);
  }

  /** How many pages a table and its partitions have now. */
  static long pages(Questions questions, ObjectId table) {
    return questions
        .ask(
            "the size of " + table.qualified() + " cannot be read",
            """
            SELECT (COALESCE(pg_catalog.sum(pg_catalog.pg_relation_size(l.oid)), 0)
                    / pg_catalog.current_setting('block_size')::pg_catalog.int8)::pg_catalog.int8
              FROM (SELECT pg_catalog.to_regclass(%1$s)::pg_catalog.oid AS oid
                    UNION
                    SELECT t.relid::pg_catalog.oid
                      FROM pg_catalog.pg_partition_tree(pg_catalog.to_regclass(%1$s)) t) l\
            """
                .formatted(Quoted.literal(name(table))))
        .number(0, 0);
  }

  private static String name(ObjectId table) {
    return Quoted.qualified(table.path().get(0), table.path().get(1));
  }
}
