package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Moves sequences. */
final class Sequences {

  private static final String DOING = "sequences cannot be moved";

  /** How many go into one message. */
  private static final int MESSAGE = 200;

  private final Link link;

  Sequences(Link link) {
    this.link = link;
  }

  /** Moves them, and returns those that are not there. */
  List<SequencePosition> place(List<SequencePosition> positions) {
    List<SequencePosition> missing = new ArrayList<>();
    for (int from = 0; from < positions.size(); from += MESSAGE) {
      List<SequencePosition> some =
          positions.subList(from, Math.min(positions.size(), from + MESSAGE));
      List<Reply> replies =
          Exchange.ask(link, DOING, some.stream().map(Sequences::placement).toList());
      for (int i = 0; i < some.size(); i++) {
        if (replies.get(i).rows().isEmpty()) {
          missing.add(some.get(i));
        }
      }
    }
    return missing;
  }

  private static String placement(SequencePosition position) {
    return """
    SELECT pg_catalog.setval(s.oid::pg_catalog.regclass, %d, %b)
      FROM (SELECT %s AS oid OFFSET 0) AS s
     WHERE s.oid IS NOT NULL\
    """
        .formatted(position.last(), position.called(), oid(position.sequence()));
  }

  /** An expression that finds the sequence, NULL where there is none. */
  private static String oid(ObjectId id) {
    if (id.kind() != ObjectKind.COLUMN) {
      return """
      (SELECT c.oid FROM pg_catalog.pg_class c
        WHERE c.relkind = 'S' AND c.oid = pg_catalog.to_regclass(%s))\
      """
          .formatted(Quoted.literal(TargetTables.name(id)));
    }
    // Unlike pg_get_serial_sequence() it gives no error where table or column is missing.
    return """
    (SELECT d.objid
       FROM pg_catalog.pg_depend d
       JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
       JOIN pg_catalog.pg_class c ON c.oid = d.objid AND c.relkind = 'S'
      WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.deptype IN ('i', 'a')
        AND d.refobjid = pg_catalog.to_regclass(%s) AND a.attname = %s
      ORDER BY d.deptype DESC LIMIT 1)\
    """
        .formatted(Quoted.literal(TargetTables.name(id)), Quoted.literal(id.path().get(2)));
  }

  /** Moves what these tables' columns own behind the largest value, or the smallest downwards. */
  void placeBehindRows(List<ObjectId> tables) {
    List<ObjectId> real = tables.stream().filter(t -> !LargeObjects.are(t)).toList();
    if (real.isEmpty()) {
      return;
    }
    String names =
        real.stream()
            .map(
                table -> "pg_catalog.to_regclass(" + Quoted.literal(TargetTables.name(table)) + ")")
            .collect(Collectors.joining(", "));
    Reply owned =
        Exchange.ask(
            link,
            DOING,
            """
            SELECT n.nspname, c.relname, a.attname, d.objid, s.seqincrement > 0, s.seqmin, s.seqmax
              FROM pg_catalog.pg_depend d
              JOIN pg_catalog.pg_sequence s ON s.seqrelid = d.objid
              JOIN pg_catalog.pg_class c ON c.oid = d.refobjid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
             WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
               AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
               AND d.deptype IN ('i', 'a') AND c.oid IN (%s)\
            """
                .formatted(names));
    for (int row = 0; row < owned.rows().size(); row++) {
      placeBehind(owned, row);
    }
  }

  /**
   * The value that is there is the last one that was given, so the next one lies behind it. One
   * that lies outside the sequence's bounds was never given by it.
   */
  private void placeBehind(Reply owned, int row) {
    String column = Quoted.identifier(owned.required(row, 2));
    Exchange.ask(
        link,
        DOING,
        """
        SELECT pg_catalog.setval(%1$s::pg_catalog.oid::pg_catalog.regclass, m.value::pg_catalog.int8, true)
          FROM (SELECT %2$s(t.%3$s) AS value FROM %4$s AS t
                 WHERE t.%3$s BETWEEN %5$s AND %6$s) AS m
         WHERE m.value IS NOT NULL\
        """
            .formatted(
                owned.required(row, 3),
                owned.isTrue(row, 4) ? "pg_catalog.max" : "pg_catalog.min",
                column,
                Quoted.qualified(owned.required(row, 0), owned.required(row, 1)),
                owned.required(row, 5),
                owned.required(row, 6)));
  }
}
