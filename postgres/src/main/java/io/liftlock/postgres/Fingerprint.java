package io.liftlock.postgres;

import io.liftlock.core.error.Bug;

/**
 * A fingerprint of everything that people made in a database, from the catalog as the server prints
 * it. Tells that something moved, not what; liftlock's own objects do not count.
 */
final class Fingerprint {

  /** One line per object; every catalog here can be read by any role on PostgreSQL 14 and later. */
  private static final String SQL =
      """
      WITH mine AS (
        SELECT n.oid, n.nspname FROM pg_catalog.pg_namespace n
         WHERE n.nspname NOT LIKE 'pg\\_%%'
           AND n.nspname NOT IN ('information_schema', 'liftlock')
      ), rel AS (
        SELECT c.*, pg_catalog.format('%%I.%%I', m.nspname, c.relname) AS name
          FROM pg_catalog.pg_class c JOIN mine m ON m.oid = c.relnamespace
         WHERE c.oid IS DISTINCT FROM pg_catalog.to_regclass(%1$s)
           -- The sequence of its identity column goes with the history table.
           AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                            WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                              AND d.objid = c.oid AND d.deptype = 'i'
                              AND d.refobjid = pg_catalog.to_regclass(%1$s))
      ), line (text) AS (
        SELECT 'schema ' || nspname FROM mine
        UNION ALL
        SELECT pg_catalog.concat_ws(' ', 'relation', name, relkind, relpersistence,
                 relrowsecurity, relforcerowsecurity, relreplident, relispartition,
                 reloptions::pg_catalog.text, relacl::pg_catalog.text,
                 CASE WHEN relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(oid) END)
          FROM rel WHERE relkind NOT IN ('i', 'I', 't')
        UNION ALL
        SELECT pg_catalog.concat_ws(' ', 'column', r.name, a.attnum, a.attname,
                 pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                 a.attgenerated, a.attcollation, a.attacl::pg_catalog.text,
                 pg_catalog.pg_get_expr(d.adbin, d.adrelid))
          FROM rel r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
          LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
         WHERE a.attnum > 0 AND NOT a.attisdropped AND r.relkind NOT IN ('i', 'I', 't')
        UNION ALL
        SELECT pg_catalog.concat_ws(' ', 'index', pg_catalog.pg_get_indexdef(i.indexrelid),
                 i.indisvalid)
          FROM pg_catalog.pg_index i JOIN rel r ON r.oid = i.indrelid WHERE r.relkind <> 't'
        UNION ALL
        SELECT pg_catalog.concat_ws(' ', 'constraint', r.name, k.conname, k.convalidated,
                 pg_catalog.pg_get_constraintdef(k.oid))
          FROM pg_catalog.pg_constraint k JOIN rel r ON r.oid = k.conrelid
        UNION ALL
        SELECT pg_catalog.concat_ws(' ', 'trigger', r.name, t.tgenabled,
                 pg_catalog.pg_get_triggerdef(t.oid))
          FROM pg_catalog.pg_trigger t JOIN rel r ON r.oid = t.tgrelid
         WHERE NOT t.tgisinternal
        UNION ALL
        SELECT pg_catalog.concat_ws(' ', 'policy', r.name, p.polname, p.polcmd, p.polpermissive,
                 p.polroles::pg_catalog.text, pg_catalog.pg_get_expr(p.polqual, p.polrelid),
                 pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
          FROM pg_catalog.pg_policy p JOIN rel r ON r.oid = p.polrelid
        UNION ALL
        SELECT pg_catalog.concat_ws(' ', 'routine', m.nspname, p.proname, p.prokind,
                 pg_catalog.pg_get_function_identity_arguments(p.oid), p.proacl::pg_catalog.text,
                 CASE WHEN p.prokind IN ('f', 'p') THEN pg_catalog.pg_get_functiondef(p.oid) END)
          FROM pg_catalog.pg_proc p JOIN mine m ON m.oid = p.pronamespace
        UNION ALL
        SELECT pg_catalog.concat_ws(' ', 'type', m.nspname, t.typname, t.typtype, t.typnotnull,
                 t.typdefault, pg_catalog.format_type(t.typbasetype, t.typtypmod),
                 (SELECT pg_catalog.string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
                    FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid))
          FROM pg_catalog.pg_type t JOIN mine m ON m.oid = t.typnamespace
         WHERE t.typtype IN ('e', 'd', 'r', 'm')
        UNION ALL
        SELECT pg_catalog.concat_ws(' ', 'extension', e.extname, e.extversion)
          FROM pg_catalog.pg_extension e
      )
      SELECT pg_catalog.md5(pg_catalog.string_agg(text, E'\\n' ORDER BY text COLLATE "C"))
        FROM line\
      """;

  private Fingerprint() {}

  /**
   * Asks for it.
   *
   * @param history the history table, which does not count
   */
  static String read(Link link, HistoryLocation history) {
    Answer answer = link.ask(SQL.formatted(Quoted.literal(history.sql())), Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("the catalog cannot be read", answer.failure());
    }
    if (answer.replies().isEmpty()) {
      throw new Bug("the catalog gave no fingerprint");
    }
    String value = answer.replies().get(0).text(0, 0);
    return value == null ? "" : value;
  }
}
