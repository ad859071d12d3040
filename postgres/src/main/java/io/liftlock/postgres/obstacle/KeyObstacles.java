package io.liftlock.postgres.obstacle;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Foreign keys of the tables that are loaded, and of others that refer to them. They come back in
 * two steps: added without a look at the rows, then validated, which locks nobody out. Before
 * PostgreSQL 18 a partitioned table's key cannot be added so, and would not adopt a partition's key
 * that is not validated; so each partition's comes first, from below, and the table's adopts them.
 */
final class KeyObstacles {

  /**
   * Each key with those of its partitions, from below. A key that refers to a partitioned table has
   * further rows for its partitions, which hang on the same table: those are the server's own. A
   * key whose own triggers were switched on or off by hand, which only superusers can, would come
   * back without that.
   */
  private static final String SQL =
      """
      WITH RECURSIVE family AS (
        SELECT k.oid, k.oid AS root, 0 AS depth, k.conrelid
          FROM pg_catalog.pg_constraint k
         WHERE k.contype = 'f' AND k.conparentid = 0
           AND (k.conrelid = ANY (%1$s) OR k.confrelid = ANY (%1$s))
         UNION ALL
        SELECT k.oid, f.root, f.depth + 1, k.conrelid
          FROM family f
          JOIN pg_catalog.pg_constraint k ON k.conparentid = f.oid
      ), stays AS (
        SELECT f.root
          FROM family f
          JOIN pg_catalog.pg_constraint k ON k.oid = f.oid
          JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
         WHERE NOT pg_catalog.pg_has_role(c.relowner, 'USAGE')
            OR NOT (pg_catalog.has_table_privilege(k.confrelid, 'REFERENCES')
                    OR (SELECT pg_catalog.bool_and(
                                 pg_catalog.has_column_privilege(k.confrelid, a.number,
                                                                 'REFERENCES'))
                          FROM pg_catalog.unnest(k.confkey) AS a(number)))
            OR EXISTS (SELECT 1 FROM pg_catalog.pg_trigger t
                        WHERE t.tgconstraint = k.oid AND t.tgenabled <> 'O')
      )
      SELECT f.root, f.oid, c.oid, n.nspname, c.relname, c.relkind = 'p', k.conname,
             pg_catalog.pg_get_constraintdef(k.oid),
             k.convalidated,
             pg_catalog.obj_description(k.oid, 'pg_constraint'),
             r.oid, rn.nspname, r.relname,
             p.conrelid IS NOT DISTINCT FROM k.conrelid
        FROM family f
        JOIN pg_catalog.pg_constraint k ON k.oid = f.oid
        LEFT JOIN pg_catalog.pg_constraint p ON p.oid = k.conparentid
        JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
        JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
       WHERE f.root NOT IN (SELECT s.root FROM stays s)
       ORDER BY f.root, f.depth DESC, n.nspname, c.relname\
      """;

  private final Link link;
  private final LoadedTables loaded;
  private final List<Long> taken = new ArrayList<>();

  KeyObstacles(Link link, LoadedTables loaded) {
    this.link = link;
    this.loaded = loaded;
  }

  List<Suspension> find() {
    Reply reply =
        Exchange.ask(
            link, "foreign keys cannot be looked up", SQL.formatted(loaded.withRelatives()));
    Map<Long, List<Integer>> families = new LinkedHashMap<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      taken.add(reply.number(row, 1));
      if (!reply.isTrue(row, 13)) {
        families.computeIfAbsent(reply.number(row, 0), any -> new ArrayList<>()).add(row);
      }
    }
    return families.values().stream().map(rows -> suspension(reply, rows)).toList();
  }

  /** The constraints that go, after {@link #find()}. */
  List<Long> taken() {
    return taken;
  }

  /**
   * @param rows the key and those of partitions, from below, the key itself last
   */
  private Suspension suspension(Reply reply, List<Integer> rows) {
    int root = rows.get(rows.size() - 1);
    List<String> restoration = new ArrayList<>();
    rows.forEach(row -> restore(reply, row, restoration));
    ObjectId itself =
        ObjectId.of(ObjectKind.TABLE, reply.required(root, 3), reply.required(root, 4));
    ObjectId table = loaded.named(reply.number(root, 2), itself);
    ObjectId referenced =
        loaded.named(
            reply.number(root, 10),
            ObjectId.of(ObjectKind.TABLE, reply.required(root, 11), reply.required(root, 12)));
    return new Suspension(
        Suspension.Kind.FOREIGN_KEY,
        table,
        reply.required(root, 6),
        List.of(alter(reply, root) + " DROP CONSTRAINT " + name(reply, root)),
        restoration,
        referenced.equals(table) ? List.of() : List.of(referenced));
  }

  private static void restore(Reply reply, int row, List<String> restoration) {
    String add =
        alter(reply, row) + " ADD CONSTRAINT " + name(reply, row) + " " + reply.required(row, 7);
    boolean inSteps = reply.isTrue(row, 8) && !reply.isTrue(row, 5);
    restoration.add(inSteps ? add + " NOT VALID" : add);
    if (inSteps) {
      restoration.add(alter(reply, row) + " VALIDATE CONSTRAINT " + name(reply, row));
    }
    String comment = reply.text(row, 9);
    if (comment != null) {
      restoration.add(
          "COMMENT ON CONSTRAINT %s ON %s IS %s"
              .formatted(name(reply, row), table(reply, row), Quoted.literal(comment)));
    }
  }

  private static String alter(Reply reply, int row) {
    return "ALTER TABLE " + table(reply, row);
  }

  private static String table(Reply reply, int row) {
    return Quoted.qualified(reply.required(row, 3), reply.required(row, 4));
  }

  private static String name(Reply reply, int row) {
    return Quoted.identifier(reply.required(row, 6));
  }
}
