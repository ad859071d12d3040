package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;

/** Reads where sequences stand. */
final class SequencePositions {

  /**
   * The sequences that people made, with the column whose identity they are. Not liftlock's own,
   * and none that belong to an extension, whose tables nobody copies.
   */
  private static final String LIST =
      """
      SELECT n.nspname, c.relname, tn.nspname, t.relname, a.attname
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_depend i
               ON i.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
              AND i.objid = c.oid AND i.objsubid = 0 AND i.deptype = 'i'
              AND i.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
              AND i.refobjsubid > 0
        LEFT JOIN pg_catalog.pg_class t ON t.oid = i.refobjid
        LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
        LEFT JOIN pg_catalog.pg_attribute a
               ON a.attrelid = i.refobjid AND a.attnum = i.refobjsubid
       WHERE c.relkind = 'S' AND c.relpersistence <> 't'
         AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'liftlock')
         AND c.oid NOT IN (SELECT x.objid FROM pg_catalog.pg_depend x
                            WHERE x.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                              AND x.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                              AND x.deptype = 'e')
       ORDER BY n.nspname, c.relname\
      """;

  private static final String DOING = "the positions of sequences cannot be read";

  /** Each is locked while the transaction goes on. */
  private static final int AT_ONCE = 100;

  private final ReadTransaction transaction;

  SequencePositions(ReadTransaction transaction) {
    this.transaction = transaction;
  }

  List<SequencePosition> read() {
    Reply list = transaction.ask(DOING, LIST);
    int count = list.rows().size();
    if (count == 0) {
      return List.of();
    }
    List<SequencePosition> read = new ArrayList<>();
    for (int first = 0; first < count; first += AT_ONCE) {
      read(list, first, Math.min(count, first + AT_ONCE), read);
      if (count > AT_ONCE) {
        transaction.unlock();
      }
    }
    return List.copyOf(read);
  }

  private void read(Reply list, int first, int end, List<SequencePosition> positions) {
    List<String> selects = new ArrayList<>();
    for (int row = first; row < end; row++) {
      // The view pg_sequences does not tell a position that was set but never given.
      selects.add(
          "SELECT s.last_value, s.is_called FROM "
              + Quoted.qualified(list.required(row, 0), list.required(row, 1))
              + " s");
    }
    Reply reply = transaction.ask(DOING, String.join("\nUNION ALL ", selects));
    for (int row = first; row < end; row++) {
      positions.add(
          new SequencePosition(
              id(list, row), reply.number(row - first, 0), reply.isTrue(row - first, 1)));
    }
  }

  private static ObjectId id(Reply list, int row) {
    String column = list.text(row, 4);
    return column == null
        ? ObjectId.of(ObjectKind.SEQUENCE, list.required(row, 0), list.required(row, 1))
        : ObjectId.of(ObjectKind.COLUMN, list.required(row, 2), list.required(row, 3), column);
  }
}
