package io.liftlock.postgres.transfer;

import io.liftlock.testkit.ScratchDatabase;

/**
 * Everything that the catalog says of what can be suspended, in one text. What changes when a
 * partition's key is made and attached, as pg_restore does, too, and means nothing: whether a key
 * is not inherited, and whether a partition's column would stay NOT NULL if the partitioned table's
 * were not.
 */
final class CatalogDump {

  private static final String SQL =
      """
      SELECT string_agg(line, E'\\n' ORDER BY line) FROM (
        SELECT 'index ' || i.indexrelid::regclass || ' ' || pg_get_indexdef(i.indexrelid)
               || ' ' || concat_ws(',', i.indisunique, i.indisprimary, i.indisexclusion,
                    i.indimmediate, i.indisclustered, i.indisvalid, i.indisready,
                    i.indisreplident, c.reltablespace, c.reloptions::text,
                    obj_description(c.oid, 'pg_class'), to_jsonb(i) ->> 'indnullsnotdistinct',
                    c.relowner::regrole) AS line
          FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
         WHERE c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace,
                                      'information_schema'::regnamespace)
           AND c.relnamespace::regnamespace::text <> 'liftlock'
        UNION ALL
        SELECT 'index column ' || a.attrelid::regclass || ' ' || a.attname || ' '
               || a.attstattarget
          FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
         WHERE c.relkind IN ('i', 'I') AND a.attstattarget >= 0
        UNION ALL
        SELECT 'attached ' || h.inhrelid::regclass || ' to ' || h.inhparent::regclass
          FROM pg_inherits h
        UNION ALL
        SELECT 'constraint ' || k.conrelid::regclass || ' ' || k.conname || ' '
               || pg_get_constraintdef(k.oid) || ' '
               || concat_ws(',', k.convalidated, k.coninhcount,
                    k.conislocal OR k.contype = 'n', k.connoinherit AND k.contype = 'c',
                    k.conindid::regclass, to_jsonb(k) ->> 'conenforced',
                    obj_description(k.oid, 'pg_constraint'),
                    (SELECT p.conname || ' of ' || p.conrelid::regclass
                       FROM pg_constraint p WHERE p.oid = k.conparentid))
          FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
         WHERE c.relnamespace::regnamespace::text NOT IN
               ('pg_catalog', 'information_schema', 'liftlock')
           AND NOT EXISTS (SELECT 1 FROM pg_constraint p
                            WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid)
        UNION ALL
        SELECT 'trigger ' || t.tgrelid::regclass || ' '
               || CASE WHEN t.tgisinternal THEN t.tgfoid::regproc || ' '
                            || COALESCE(k.conname, '') ELSE t.tgname END
               || ' ' || t.tgenabled::text || ' ' || t.tgdeferrable || ' ' || t.tginitdeferred
          FROM pg_trigger t LEFT JOIN pg_constraint k ON k.oid = t.tgconstraint
               JOIN pg_class c ON c.oid = t.tgrelid
         WHERE c.relnamespace::regnamespace::text <> 'liftlock'
           AND COALESCE(k.conparentid, 0) = 0
        UNION ALL
        SELECT 'rule ' || r.ev_class::regclass || ' ' || r.rulename || ' ' || r.ev_enabled::text
          FROM pg_rewrite r WHERE r.oid >= 16384
        UNION ALL
        SELECT 'table ' || c.oid::regclass || ' ' || c.relreplident::text || ' ' || c.relhasindex
               || (SELECT string_agg(a.attname || a.attnotnull, ',' ORDER BY a.attnum)
                     FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0)
          FROM pg_class c
         WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384
           AND c.relnamespace::regnamespace::text <> 'liftlock'
      ) AS lines\
      """;

  private CatalogDump() {}

  static String of(ScratchDatabase database) {
    return String.valueOf(database.value(SQL));
  }
}
