package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.ArrayText;
import io.liftlock.postgres.sql.Quoted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How tables are named in statements that must touch a table's own rows and no inheriting one's.
 */
final class TargetTables {

  private final Link link;
  private final Map<ObjectId, String> known = new HashMap<>();

  TargetTables(Link link) {
    this.link = link;
  }

  /** The table as SQL names it. */
  static String name(ObjectId table) {
    return Quoted.qualified(table.path().get(0), table.path().get(1));
  }

  /** The table with ONLY before it, unless it is partitioned: it has no rows of its own then. */
  String only(ObjectId table) {
    if (!known.containsKey(table)) {
      lookUp(List.of(table));
    }
    return Objects.requireNonNull(known.get(table));
  }

  /** Looks up all of them at once. */
  void lookUp(List<ObjectId> tables) {
    Reply partitioned =
        Exchange.ask(
            link,
            "tables of the target cannot be looked up",
            """
            SELECT n.ordinal
              FROM pg_catalog.unnest(%s) WITH ORDINALITY AS n(name, ordinal)
              JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(n.name)
             WHERE c.relkind = 'p'\
            """
                .formatted(ArrayText.expression(tables.stream().map(TargetTables::name).toList())));
    tables.forEach(table -> known.put(table, "ONLY " + name(table)));
    for (int row = 0; row < partitioned.rows().size(); row++) {
      ObjectId table = tables.get((int) partitioned.number(row, 0) - 1);
      known.put(table, name(table));
    }
  }
}
