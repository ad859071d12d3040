package io.liftlock.postgres.obstacle;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;

/**
 * Triggers that people made, and rules that change what DELETE does: COPY does not ask rules. Each
 * is switched off alone, since each comes back to its own state. Those that fire only for a
 * replica's sessions, or only on UPDATE, disturb nobody.
 */
final class TriggerObstacles {

  /**
   * Bits of {@code tgtype}: 4 INSERT, 8 DELETE, 32 TRUNCATE. A partitioned table's trigger has a
   * copy on each partition, with a state of its own; so ONLY. PostgreSQL 14 calls these copies
   * internal, as it does what foreign and deferrable keys fire.
   */
  private static final String SQL =
      """
      SELECT c.oid, n.nspname, c.relname, x.name, x.what, x.state
        FROM (SELECT t.tgrelid AS relation, t.tgname AS name, 'TRIGGER' AS what,
                     t.tgenabled AS state
                FROM pg_catalog.pg_trigger t
               WHERE (t.tgtype & 44) <> 0
                 AND (NOT t.tgisinternal
                      OR t.tgparentid <> 0
                         AND (t.tgconstraint = 0
                              OR EXISTS (SELECT
                                           FROM pg_catalog.pg_constraint k
                                          WHERE k.oid = t.tgconstraint AND k.contype = 't')))
              UNION ALL
              SELECT r.ev_class, r.rulename, 'RULE', r.ev_enabled
                FROM pg_catalog.pg_rewrite r
               WHERE r.ev_type = '4') AS x
        JOIN pg_catalog.pg_class c ON c.oid = x.relation
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE c.oid = ANY (%s) AND x.state IN ('O', 'A')
         AND pg_catalog.pg_has_role(c.relowner, 'USAGE')
       ORDER BY n.nspname, c.relname, x.what, x.name\
      """;

  private final Link link;
  private final LoadedTables loaded;

  TriggerObstacles(Link link, LoadedTables loaded) {
    this.link = link;
    this.loaded = loaded;
  }

  List<Suspension> find() {
    Reply reply =
        Exchange.ask(link, "triggers cannot be looked up", SQL.formatted(loaded.withPartitions()));
    List<Suspension> found = new ArrayList<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      String schema = reply.required(row, 1);
      String table = reply.required(row, 2);
      String name = reply.required(row, 3);
      String alter = "ALTER TABLE ONLY " + Quoted.qualified(schema, table);
      String part = reply.required(row, 4) + " " + Quoted.identifier(name);
      String always = reply.required(row, 5).equals("A") ? "ALWAYS " : "";
      found.add(
          new Suspension(
              Suspension.Kind.TRIGGER,
              loaded.named(reply.number(row, 0), ObjectId.of(ObjectKind.TABLE, schema, table)),
              name,
              List.of(alter + " DISABLE " + part),
              List.of(alter + " ENABLE " + always + part),
              List.of()));
    }
    return found;
  }
}
