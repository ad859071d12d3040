package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.transfer.TypedColumn.Collation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The large objects of a database, read as if they were a table of slices: {@code loid}, {@code
 * offset} and {@code data}. The real catalog may only be read by superusers; each object may be
 * read by whom its owner lets.
 */
final class LargeObjects {

  /** What stands for all of them. */
  static final ObjectId TABLE = ObjectId.of(ObjectKind.TABLE, "pg_catalog", "pg_largeobject");

  private static final int SLICE = 256 * 1024;

  /** INV_READ, which lets an object be opened in a read-only transaction. */
  private static final int READ = 0x40000;

  /**
   * Each step needs the one before it, so that an object is opened, measured and closed in this
   * order and once; a descriptor that is left open costs memory until the transaction ends. An
   * empty object has one empty slice.
   */
  private static final String FROM =
      """
      (SELECT m.oid AS loid, s.at AS "offset", pg_catalog.lo_get(m.oid, s.at, %1$d) AS data
         FROM pg_catalog.pg_largeobject_metadata m,
              LATERAL (SELECT z.size, pg_catalog.lo_close(z.fd) AS closed
                         FROM (SELECT o.fd, pg_catalog.lo_lseek64(o.fd, 0, 2) AS size
                                 FROM (SELECT pg_catalog.lo_open(m.oid, %2$d) AS fd OFFSET 0) o
                               OFFSET 0) z
                       OFFSET 0) l,
              LATERAL pg_catalog.generate_series(
                0::pg_catalog.int8, GREATEST(l.size - 1, 0), %1$d) s(at)
        WHERE l.closed = 0) AS t\
      """
          .formatted(SLICE, READ);

  private static final Map<String, TypedColumn> COLUMNS = columns();

  private LargeObjects() {}

  private static Map<String, TypedColumn> columns() {
    Map<String, TypedColumn> columns = new LinkedHashMap<>();
    for (TypedColumn column :
        List.of(column("loid", "oid"), column("offset", "int8"), column("data", "bytea"))) {
      columns.put(column.name(), column);
    }
    return Collections.unmodifiableMap(columns);
  }

  private static TypedColumn column(String name, String type) {
    String qualified = "pg_catalog." + type;
    return new TypedColumn(
        name, qualified, qualified, 'b', false, true, Collation.NONE, /* generated= */ false);
  }

  /** Whether a table stands for them. */
  static boolean are(ObjectId table) {
    return table.path().equals(TABLE.path());
  }

  /** What they are read as. */
  static SourceTable source() {
    return new SourceTable(FROM, false, 0);
  }

  /** The columns of the slices. */
  static Map<String, TypedColumn> slices() {
    return COLUMNS;
  }

  /** How many there are, and how large the catalog is that holds them. */
  static TableFacts facts(Questions questions) {
    Reply reply =
        questions.ask(
            "the large objects cannot be counted",
            """
            SELECT pg_catalog.count(*),
                   CASE WHEN pg_catalog.count(*) = 0 THEN 0 ELSE
                     pg_catalog.pg_relation_size('pg_catalog.pg_largeobject') END
              FROM pg_catalog.pg_largeobject_metadata\
            """);
    return new TableFacts(TABLE, reply.number(0, 0), reply.number(0, 1), 0, 1, false);
  }

  /**
   * Keys that cut them into parts of about equally many objects, whole ones each.
   *
   * @param key {@code loid}, alone or before {@code offset}
   */
  static List<Key> cuts(Questions questions, List<String> key, int parts) {
    Reply reply =
        questions.ask(
            "the large objects cannot be cut into parts",
            """
            SELECT pg_catalog.min(r.oid::pg_catalog.int8)
              FROM (SELECT m.oid, pg_catalog.ntile(%d) OVER (ORDER BY m.oid) AS part
                      FROM pg_catalog.pg_largeobject_metadata m) r
             WHERE r.part > 1
             GROUP BY r.part
             ORDER BY 1\
            """
                .formatted(parts));
    List<Key> cuts = new ArrayList<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      String oid = reply.required(row, 0);
      cuts.add(key.size() == 1 ? Key.of(oid) : Key.of(oid, "0"));
    }
    return List.copyOf(cuts);
  }
}
