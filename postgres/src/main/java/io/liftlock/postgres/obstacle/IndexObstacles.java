package io.liftlock.postgres.obstacle;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Indexes of the tables that are loaded, each with its constraint. A partitioned table's index goes
 * with those of its partitions, and comes back empty, then theirs, then it takes them in; so all
 * keep their names and properties.
 */
final class IndexObstacles {

  /**
   * What stays where it is, in this order: what this role could not make again; what is not valid,
   * since a new one would be; what an extension brought or takes with it; what something else
   * stands on (a view that groups by the key, a foreign key that stays, a function's body); what
   * has triggers in another than the usual state; what a publication tells rows apart by, without
   * which nobody could delete from the table.
   */
  private static final String SQL =
      """
      WITH published AS MATERIALIZED (
        SELECT c.oid
          FROM pg_catalog.pg_publication_tables v
          JOIN pg_catalog.pg_publication p
            ON p.pubname = v.pubname AND (p.pubupdate OR p.pubdelete)
          JOIN pg_catalog.pg_namespace n ON n.nspname = v.schemaname
          JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = v.tablename
      ), taken AS MATERIALIZED (
        SELECT o.oid FROM pg_catalog.unnest(%2$s) AS o(oid)
      )
      SELECT i.indexrelid, h.inhparent, t.oid, n.nspname, c.relname, t.relname, c.relkind = 'I',
             pg_catalog.pg_get_indexdef(i.indexrelid), s.spcname, c.reloptions,
             k.contype, pg_catalog.pg_get_constraintdef(k.oid),
             COALESCE((pg_catalog.to_jsonb(k) ->> 'conperiod')::pg_catalog.bool, false),
             k.condeferrable, k.condeferred,
             ARRAY(SELECT a.attnum || ' ' || a.attstattarget
                     FROM pg_catalog.pg_attribute a
                    WHERE a.attrelid = i.indexrelid AND a.attstattarget >= 0
                    ORDER BY a.attnum),
             i.indisclustered, i.indisreplident,
             pg_catalog.obj_description(i.indexrelid, 'pg_class'),
             pg_catalog.obj_description(k.oid, 'pg_constraint'),
             NOT pg_catalog.pg_has_role(t.relowner, 'USAGE')
             OR NOT pg_catalog.has_schema_privilege(n.oid, 'CREATE')
             OR (s.oid IS NOT NULL AND NOT pg_catalog.has_tablespace_privilege(s.oid, 'CREATE'))
             OR NOT (i.indisvalid AND i.indisready AND i.indislive)
             OR EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                         WHERE d.deptype IN ('e', 'x')
                           AND ((d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                                 AND d.objid = i.indexrelid)
                                OR (d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
                                    AND d.objid = k.oid)))
             OR EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                         WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                           AND d.refobjid = i.indexrelid
                           AND d.deptype NOT IN ('P', 'S')
                           AND NOT (d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
                                    AND d.objid IN (SELECT x.oid FROM taken x)))
             OR EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                         WHERE d.refclassid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
                           AND d.refobjid = k.oid
                           AND d.deptype NOT IN ('P', 'S')
                           AND NOT (d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                                    AND d.objid = i.indexrelid)
                           AND NOT (d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
                                    AND d.objid IN (SELECT x.oid FROM taken x))
                           AND NOT (d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
                                    AND d.deptype = 'i'))
             OR EXISTS (SELECT 1 FROM pg_catalog.pg_trigger g
                         WHERE g.tgconstraint = k.oid AND g.tgisinternal
                           AND g.tgrelid = i.indrelid AND g.tgenabled <> 'O'
                           AND k.contype <> 'f')
             OR ((i.indisreplident OR (i.indisprimary AND t.relreplident = 'd'))
                 AND EXISTS (SELECT 1 FROM published b
                              WHERE b.oid = t.oid
                                 OR b.oid IN (SELECT a.relid
                                                FROM pg_catalog.pg_partition_ancestors(t.oid)
                                                  AS a(relid))))
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
        JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
        LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
        LEFT JOIN pg_catalog.pg_inherits h ON h.inhrelid = i.indexrelid
        LEFT JOIN pg_catalog.pg_constraint k
          ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x')
       WHERE i.indrelid = ANY (%1$s)
       ORDER BY n.nspname, t.relname, i.indisprimary DESC, c.relname\
      """;

  private final Link link;
  private final LoadedTables loaded;
  private final List<Long> takenKeys;

  /** An index and where it belongs. */
  private record Found(
      long oid, long parent, long tableOid, boolean stays, IndexPart part, List<Found> children) {}

  /**
   * @param takenKeys foreign keys that go before
   */
  IndexObstacles(Link link, LoadedTables loaded, List<Long> takenKeys) {
    this.link = link;
    this.loaded = loaded;
    this.takenKeys = takenKeys;
  }

  List<Suspension> find() {
    Reply reply =
        Exchange.ask(
            link,
            "indexes cannot be looked up",
            SQL.formatted(loaded.withPartitions(), LoadedTables.array(takenKeys)));
    Map<Long, Found> indexes = new LinkedHashMap<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      Found found = read(reply, row);
      indexes.put(found.oid(), found);
    }
    for (Found found : indexes.values()) {
      Found parent = indexes.get(found.parent());
      if (parent != null) {
        parent.children().add(found);
      }
    }
    return indexes.values().stream()
        .filter(found -> found.parent() == 0 && !anyStays(found))
        .map(this::suspension)
        .toList();
  }

  private static Found read(Reply reply, int row) {
    String type = reply.text(row, 10);
    String deferral =
        (reply.isTrue(row, 13) ? " DEFERRABLE" : "")
            + (reply.isTrue(row, 14) ? " INITIALLY DEFERRED" : "");
    IndexPart.Standing constraint =
        type == null
            ? null
            : new IndexPart.Standing(
                type.charAt(0), reply.required(row, 11), reply.isTrue(row, 12), deferral);
    IndexPart part =
        new IndexPart(
            reply.required(row, 3),
            reply.required(row, 4),
            reply.required(row, 5),
            reply.isTrue(row, 6),
            reply.required(row, 7),
            reply.text(row, 8),
            reply.list(row, 9),
            constraint,
            reply.list(row, 15),
            reply.isTrue(row, 16),
            reply.isTrue(row, 17),
            reply.text(row, 18),
            reply.text(row, 19));
    long parent = reply.text(row, 1) == null ? 0 : reply.number(row, 1);
    return new Found(
        reply.number(row, 0),
        parent,
        reply.number(row, 2),
        reply.isTrue(row, 20),
        part,
        new ArrayList<>());
  }

  /**
   * Whether it or one below it stays. So does a partition's constraint that belongs to an index
   * without one, since dropping that would not take it along.
   */
  private static boolean anyStays(Found found) {
    return found.stays()
        || found.children().stream()
            .anyMatch(
                child ->
                    anyStays(child)
                        || (child.part().constraint() == null)
                            != (found.part().constraint() == null));
  }

  private Suspension suspension(Found root) {
    List<String> creations = new ArrayList<>();
    List<String> attachments = new ArrayList<>();
    List<String> properties = new ArrayList<>();
    restore(root, creations, attachments, properties);
    creations.addAll(attachments);
    creations.addAll(properties);
    ObjectId itself = ObjectId.of(ObjectKind.TABLE, root.part().schema(), root.part().table());
    return new Suspension(
        Suspension.Kind.INDEX,
        loaded.named(root.tableOid(), itself),
        root.part().name(),
        List.of(root.part().removal()),
        creations,
        List.of());
  }

  private static void restore(
      Found found, List<String> creations, List<String> attachments, List<String> properties) {
    creations.addAll(found.part().creation());
    for (Found child : found.children()) {
      restore(child, creations, attachments, properties);
      // From below: an index that is not complete itself would leave the one above incomplete.
      attachments.add(child.part().attachment(found.part()));
    }
    properties.addAll(found.part().properties());
  }
}
