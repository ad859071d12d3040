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
      SELECT w.n,
             (SELECT CASE WHEN pg_catalog.bool_or(l.rows < 0) THEN -1
                          ELSE COALESCE(pg_catalog.sum(l.rows), 0)::pg_catalog.int8 END
                FROM leaves l WHERE l.root = w.oid),
             (SELECT COALESCE(pg_catalog.sum(l.bytes), 0)::pg_catalog.int8
                FROM leaves l WHERE l.root = w.oid),
             CASE WHEN w.relkind = 'p' THEN 0
                  ELSE (SELECT pg_catalog.sum(l.pages)::pg_catalog.int8
                          FROM leaves l WHERE l.root = w.oid) END,
             k.attname,
             COALESCE((SELECT pg_catalog.abs(s.correlation) FROM pg_catalog.pg_stats s
                        WHERE s.schemaname = w.nspname AND s.tablename = w.relname
                          AND s.attname = k.attname AND s.inherited = (w.relkind = 'p')), 1),
             pg_catalog.row_security_active(w.oid)
        FROM wanted w
        LEFT JOIN LATERAL (
          SELECT a.attname FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
           WHERE i.indrelid = w.oid AND i.indisprimary) k ON TRUE
       ORDER BY w.n\
      """;

  private static final String WITH =
      """
      WITH named(n, name) AS (VALUES %s), wanted AS (
        SELECT named.n, c.oid, c.relkind, c.relname, s.nspname
          FROM named
          JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(named.name)
          JOIN pg_catalog.pg_namespace s ON s.oid = c.relnamespace
      ), leaves AS (
        SELECT l.root, c.oid, size.bytes, size.pages,
               CASE WHEN size.pages = 0 THEN 0
                    WHEN c.reltuples < 0 THEN -1
                    WHEN c.relpages = 0 THEN c.reltuples
                    ELSE c.reltuples * size.pages / c.relpages END AS rows
          FROM (SELECT w.oid AS root, w.oid AS leaf FROM wanted w WHERE w.relkind <> 'p'
                UNION ALL
                SELECT w.oid, t.relid FROM wanted w, pg_catalog.pg_partition_tree(w.oid) t
                 WHERE w.relkind = 'p' AND t.isleaf) l
          JOIN pg_catalog.pg_class c ON c.oid = l.leaf,
               LATERAL (SELECT COALESCE(pg_catalog.pg_table_size(c.oid), 0) AS bytes,
                               COALESCE(pg_catalog.pg_relation_size(c.oid), 0)
                                 / pg_catalog.current_setting('block_size')::pg_catalog.int8
                                 AS pages) size
      )
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
            "the sizes of tables cannot be read", WITH.formatted(String.join(", ", values)) + SQL);
    List<TableFacts> facts = new ArrayList<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      facts.add(
          new TableFacts(
              tables.get((int) reply.number(row, 0)),
              reply.number(row, 1),
              reply.number(row, 2),
              reply.number(row, 3),
              Double.parseDouble(reply.required(row, 5)),
              reply.isTrue(row, 6)));
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
