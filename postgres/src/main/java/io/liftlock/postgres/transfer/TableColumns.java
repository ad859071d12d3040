package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import io.liftlock.postgres.transfer.TypedColumn.Collation;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks up the columns of tables and remembers them, for one connection. */
final class TableColumns {

  /** A {@link Collation} by the collation c in the database d. */
  static final String COLLATION =
      """
      CASE WHEN c.oid IS NULL THEN 'NONE'
           WHEN NOT c.collisdeterministic THEN 'BLURRED'
           WHEN c.collname IN ('C', 'POSIX', 'ucs_basic', 'pg_c_utf8')
            AND c.collnamespace = 'pg_catalog'::pg_catalog.regnamespace THEN 'BYTES'
           WHEN c.collprovider = 'b' THEN 'BYTES'
           WHEN c.collprovider = 'd' AND d.provider = 'b' THEN 'BYTES'
           WHEN c.collprovider = 'd' AND d.provider = 'c'
            AND d.datcollate IN ('C', 'POSIX') THEN 'BYTES'
           ELSE 'LANGUAGE' END\
      """;

  /** What {@link #COLLATION} needs of the database; {@code datlocprovider} came with release 15. */
  static final String DATABASE =
      """
      JOIN (SELECT db.datcollate,
                   COALESCE(pg_catalog.to_jsonb(db) ->> 'datlocprovider', 'c') AS provider
              FROM pg_catalog.pg_database db
             WHERE db.datname = pg_catalog.current_database()) d ON TRUE\
      """;

  /**
   * The search path is empty, so {@code format_type} names every schema but {@code pg_catalog}. A
   * domain may stand on another one. Collations that order by bytes are the server's own "C", those
   * that are built to behave like it, and a database's own where it is one of these.
   */
  private static final String SQL =
      """
      WITH RECURSIVE attributes AS (
        SELECT a.attnum, a.attname, a.atttypid, a.attgenerated, a.attcollation,
               pg_catalog.format_type(a.atttypid, a.atttypmod) AS printed
          FROM pg_catalog.pg_attribute a
         WHERE a.attrelid = pg_catalog.to_regclass(%1$s) AND a.attnum > 0 AND NOT a.attisdropped
      ), unwrapped AS (
        SELECT a.attnum, t.oid, t.typtype, t.typbasetype
          FROM attributes a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
         UNION ALL
        SELECT u.attnum, t.oid, t.typtype, t.typbasetype
          FROM unwrapped u JOIN pg_catalog.pg_type t ON t.oid = u.typbasetype
         WHERE u.typtype = 'd'
      )
      SELECT a.attname, a.printed, n.nspname || '.' || t.typname, t.typtype,
             t.typcategory = 'A',
             COALESCE(e.typnamespace, t.typnamespace) = 'pg_catalog'::pg_catalog.regnamespace,
             %2$s,
             a.attgenerated <> ''
        FROM attributes a
        JOIN unwrapped u ON u.attnum = a.attnum AND u.typtype <> 'd'
        JOIN pg_catalog.pg_type t ON t.oid = u.oid
        JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
        LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
        LEFT JOIN pg_catalog.pg_collation c ON c.oid = a.attcollation
        %3$s
       ORDER BY a.attnum\
      """;

  private final Questions questions;
  private final Map<ObjectId, Map<String, TypedColumn>> known = new HashMap<>();

  TableColumns(Link link) {
    this(Questions.over(link));
  }

  TableColumns(Questions questions) {
    this.questions = questions;
  }

  /**
   * The columns of a table by name, in their order; none where there is no such table, which the
   * next statement will say.
   *
   * @throws io.liftlock.core.error.DatabaseError where they cannot be read
   */
  Map<String, TypedColumn> of(ObjectId table) {
    Map<String, TypedColumn> columns = known.get(table);
    if (columns == null) {
      columns = LargeObjects.are(table) ? LargeObjects.slices() : read(table);
      known.put(table, columns);
    }
    return columns;
  }

  private Map<String, TypedColumn> read(ObjectId table) {
    String name = Quoted.qualified(table.path().get(0), table.path().get(1));
    Reply reply =
        questions.ask(
            "the columns of " + table.qualified() + " cannot be read",
            SQL.formatted(Quoted.literal(name), COLLATION, DATABASE));
    Map<String, TypedColumn> columns = new LinkedHashMap<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      TypedColumn column = column(reply, row);
      columns.put(column.name(), column);
    }
    return Collections.unmodifiableMap(columns);
  }

  private static TypedColumn column(Reply reply, int row) {
    return new TypedColumn(
        reply.required(row, 0),
        reply.required(row, 1),
        reply.required(row, 2),
        reply.required(row, 3).charAt(0),
        reply.isTrue(row, 4),
        reply.isTrue(row, 5),
        Collation.valueOf(reply.required(row, 6)),
        reply.isTrue(row, 7));
  }
}
