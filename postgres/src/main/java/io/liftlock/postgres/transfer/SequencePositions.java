package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

  private final Questions questions;

  SequencePositions(Questions questions) {
    this.questions = questions;
  }

  List<SequencePosition> read() {
    Reply list = questions.ask(DOING, LIST);
    int count = list.rows().size();
    if (count == 0) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      names.add(Quoted.qualified(list.required(row, 0), list.required(row, 1)));
    }
    // The view pg_sequences does not tell a position that was set but never given.
    Reply positions =
        questions.ask(
            DOING,
            names.stream()
                .map(name -> "SELECT s.last_value, s.is_called FROM " + name + " s")
                .collect(Collectors.joining("\nUNION ALL ")));
    List<SequencePosition> read = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      read.add(
          new SequencePosition(id(list, row), positions.number(row, 0), positions.isTrue(row, 1)));
    }
    return List.copyOf(read);
  }

  private static ObjectId id(Reply list, int row) {
    String column = list.text(row, 4);
    return column == null
        ? ObjectId.of(ObjectKind.SEQUENCE, list.required(row, 0), list.required(row, 1))
        : ObjectId.of(ObjectKind.COLUMN, list.required(row, 2), list.required(row, 3), column);
  }
}
