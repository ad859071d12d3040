package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.HashMap;
import java.util.Map;

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
    return known.computeIfAbsent(table, this::look);
  }

  private String look(ObjectId table) {
    Reply reply =
        Exchange.ask(
            link,
            "the table " + table.qualified() + " cannot be looked up",
            "SELECT c.relkind = 'p' FROM pg_catalog.pg_class c WHERE c.oid ="
                + " pg_catalog.to_regclass("
                + Quoted.literal(name(table))
                + ")");
    boolean partitioned = !reply.rows().isEmpty() && reply.isTrue(0, 0);
    return partitioned ? name(table) : "ONLY " + name(table);
  }
}
