package io.liftlock.postgres;

import io.liftlock.core.sql.Checksum;
import io.liftlock.postgres.sql.Quoted;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One hash over everything in the catalog that people made: schemas, tables with their columns,
 * constraints, indexes, triggers, policies and rules, views, sequences, functions, types,
 * extensions and privileges. liftlock's own objects and what belongs to an extension are left out;
 * so is what changes without anybody changing the schema, such as statistics and the values of
 * sequences.
 */
final class SchemaFingerprint {

  /** Whether an object is of our own schema, of the system, or comes with an extension. */
  private static final String FOREIGN_SCHEMAS =
      """
      n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'liftlock')\
      """;

  private static String ofExtension(String catalog, String oid) {
    return """
    EXISTS (SELECT 1 FROM pg_catalog.pg_depend x
             WHERE x.classid = 'pg_catalog.%s'::pg_catalog.regclass
               AND x.objid = %s AND x.deptype = 'e')\
    """
        .formatted(catalog, oid);
  }

  private static final String OURS =
      """
      (%1$s IN (SELECT c2.oid FROM pg_catalog.pg_class c2
                  JOIN pg_catalog.pg_namespace n2 ON n2.oid = c2.relnamespace
                 WHERE n2.nspname = %2$s AND c2.relname = %3$s))\
      """;

  private final Link link;
  private final HistoryLocation history;

  SchemaFingerprint(Link link, HistoryLocation history) {
    this.link = link;
    this.history = history;
  }

  /** The hash, in lower-case hexadecimal. */
  String read() {
    // With an empty search path the server writes every name with its schema. One message is one
    // transaction, so the setting ends with it.
    Answer answer =
        link.ask("SELECT pg_catalog.set_config('search_path', '', true);" + sql(), Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("the schema cannot be read", answer.failure());
    }
    Reply reply = answer.replies().get(1);
    return Checksum.sha256(
        IntStream.range(0, reply.rows().size())
            .mapToObj(row -> reply.required(row, 0))
            .collect(Collectors.joining("\n")));
  }

  private String isOurs(String oid) {
    return OURS.formatted(oid, Quoted.literal(history.schema()), Quoted.literal(history.table()));
  }

  private String sql() {
    return """
    SELECT o.line FROM (
      SELECT pg_catalog.concat_ws(' ', 'schema', pg_catalog.quote_ident(n.nspname),
                                  n.nspacl::text) COLLATE "C" AS line
        FROM pg_catalog.pg_namespace n
       WHERE %1$s AND NOT %2$s
      UNION ALL
      SELECT pg_catalog.concat_ws(' ', 'relation', c.oid::pg_catalog.regclass, c.relkind,
               c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relreplident,
               c.reloptions::text, c.relacl::text,
               pg_catalog.pg_get_partkeydef(c.oid),
               pg_catalog.pg_get_expr(c.relpartbound, c.oid),
               CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) END,
               CASE WHEN c.relkind IN ('i', 'I') THEN pg_catalog.pg_get_indexdef(c.oid) END,
               (SELECT pg_catalog.concat_ws(' ', i.indisvalid, i.indisreplident, i.indisclustered)
                  FROM pg_catalog.pg_index i WHERE i.indexrelid = c.oid),
               (SELECT pg_catalog.concat_ws(' ', s.seqtypid::pg_catalog.regtype, s.seqstart,
                         s.seqincrement, s.seqmax, s.seqmin, s.seqcache, s.seqcycle)
                  FROM pg_catalog.pg_sequence s WHERE s.seqrelid = c.oid),
               (SELECT pg_catalog.string_agg(p.inhparent::pg_catalog.regclass::text, ','
                         ORDER BY p.inhseqno)
                  FROM pg_catalog.pg_inherits p WHERE p.inhrelid = c.oid))
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE %1$s AND NOT %3$s AND NOT %4$s
         AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_index i
                          WHERE i.indexrelid = c.oid AND %5$s)
         AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                          WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                            AND d.objid = c.oid AND c.relkind = 'S' AND d.refclassid = d.classid
                            AND %6$s)
      UNION ALL
      SELECT pg_catalog.concat_ws(' ', 'column', a.attrelid::pg_catalog.regclass,
               pg_catalog.row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum),
               pg_catalog.quote_ident(a.attname),
               pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
               a.attgenerated, a.attstorage, a.attcompression, a.attoptions::text, a.attacl::text,
               NULLIF(a.attcollation, 0)::pg_catalog.regcollation,
               pg_catalog.pg_get_expr(d.adbin, d.adrelid))
        FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
       WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
         AND %1$s AND NOT %3$s AND NOT %4$s
      UNION ALL
      SELECT pg_catalog.concat_ws(' ', 'constraint', c.conrelid::pg_catalog.regclass,
               c.contypid::pg_catalog.regtype, pg_catalog.quote_ident(c.conname), c.convalidated,
               pg_catalog.pg_get_constraintdef(c.oid))
        FROM pg_catalog.pg_constraint c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
       WHERE %1$s AND NOT %7$s AND NOT %8$s
      UNION ALL
      SELECT pg_catalog.concat_ws(' ', 'trigger', t.tgenabled, pg_catalog.pg_get_triggerdef(t.oid))
        FROM pg_catalog.pg_trigger t
        JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE NOT t.tgisinternal AND %1$s AND NOT %3$s
      UNION ALL
      SELECT pg_catalog.concat_ws(' ', 'policy', p.polrelid::pg_catalog.regclass,
               pg_catalog.quote_ident(p.polname), p.polcmd, p.polpermissive,
               (SELECT pg_catalog.string_agg(r.role::pg_catalog.regrole::text, ',')
                  FROM pg_catalog.unnest(p.polroles) AS r(role)),
               pg_catalog.pg_get_expr(p.polqual, p.polrelid), '/',
               pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
        FROM pg_catalog.pg_policy p
        JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE %1$s AND NOT %3$s
      UNION ALL
      SELECT pg_catalog.concat_ws(' ', 'rule', r.ev_enabled, pg_catalog.pg_get_ruledef(r.oid))
        FROM pg_catalog.pg_rewrite r
        JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE r.rulename <> '_RETURN' AND %1$s AND NOT %3$s
      UNION ALL
      SELECT pg_catalog.concat_ws(' ', 'function', p.oid::pg_catalog.regprocedure, p.prokind,
               p.proacl::text,
               CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid) END)
        FROM pg_catalog.pg_proc p
        JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
       WHERE %1$s AND NOT %9$s
      UNION ALL
      SELECT pg_catalog.concat_ws(' ', 'type', t.oid::pg_catalog.regtype, t.typtype, t.typnotnull,
               t.typdefault, t.typacl::text,
               CASE WHEN t.typtype = 'd'
                    THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) END,
               (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ','
                         ORDER BY e.enumsortorder)
                  FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid))
        FROM pg_catalog.pg_type t
        JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
       WHERE t.typtype IN ('d', 'e', 'r') AND %1$s AND NOT %10$s
      UNION ALL
      SELECT pg_catalog.concat_ws(' ', 'extension', pg_catalog.quote_ident(e.extname), e.extversion)
        FROM pg_catalog.pg_extension e
      UNION ALL
      SELECT pg_catalog.concat_ws(' ', 'event trigger', pg_catalog.quote_ident(e.evtname),
               e.evtevent, e.evtenabled, e.evtfoid::pg_catalog.regprocedure, e.evttags::text)
        FROM pg_catalog.pg_event_trigger e
      UNION ALL
      SELECT pg_catalog.concat_ws(' ', 'publication', pg_catalog.quote_ident(p.pubname),
               p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate)
        FROM pg_catalog.pg_publication p
    ) AS o
    ORDER BY o.line\
    """
        .formatted(
            FOREIGN_SCHEMAS,
            ofExtension("pg_namespace", "n.oid"),
            ofExtension("pg_class", "c.oid"),
            isOurs("c.oid"),
            isOurs("i.indrelid"),
            isOurs("d.refobjid"),
            ofExtension("pg_constraint", "c.oid"),
            isOurs("c.conrelid"),
            ofExtension("pg_proc", "p.oid"),
            ofExtension("pg_type", "t.oid"));
  }
}
