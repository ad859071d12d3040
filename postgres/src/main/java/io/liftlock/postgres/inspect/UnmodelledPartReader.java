package io.liftlock.postgres.inspect;

import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists what is said of an object that the model holds, or of one that is not people's, and that
 * has no place in the model: a comment on a constraint's index, a grant on a system function.
 */
final class UnmodelledPartReader implements CatalogReader {

  /**
   * Privileges on what people did not make.
   *
   * @param catalog where it is
   * @param prefix of the names of its columns
   * @param kind what {@code acldefault} calls it, an expression
   */
  private record Source(String catalog, String prefix, String kind) {}

  private static final List<Source> SOURCES =
      List.of(
          new Source("pg_class", "rel", "CASE o.relkind WHEN 'S' THEN 's' ELSE 'r' END"),
          new Source("pg_proc", "pro", "'f'"),
          new Source("pg_type", "typ", "'T'"),
          new Source("pg_namespace", "nsp", "'n'"),
          new Source("pg_language", "lan", "'l'"),
          new Source("pg_foreign_data_wrapper", "fdw", "'F'"),
          new Source("pg_foreign_server", "srv", "'S'"));

  /** That of the information schema is not recorded, so nobody can tell what was changed. */
  private static String foreignGrants(Scope scope, Source source) {
    String acl = "o." + source.prefix + "acl";
    return """
    SELECT 'grants', i.type || ' ' || i.identity,
           'grants on what belongs to PostgreSQL or an extension are not modelled'
      FROM pg_catalog.%1$s o
      LEFT JOIN pg_catalog.pg_init_privs p
        ON p.classoid = 'pg_catalog.%1$s'::pg_catalog.regclass AND p.objoid = o.oid
       AND p.objsubid = 0
     CROSS JOIN LATERAL pg_catalog.pg_identify_object(
             'pg_catalog.%1$s'::pg_catalog.regclass, o.oid, 0) i
     WHERE i.schema IS DISTINCT FROM 'information_schema' AND %2$s IS NOT NULL AND %2$s::text IS DISTINCT FROM p.initprivs::text
       AND (o.oid < %3$d AND %4$s OR NOT (%5$s))
       AND EXISTS (%6$s)\
    """
        .formatted(
            source.catalog,
            acl,
            Conditions.FIRST_OID,
            source.catalog.equals("pg_namespace")
                ? "o.nspname NOT IN ('public', 'information_schema')"
                : "true",
            Scope.noMember(source.catalog, "o.oid"),
            Grants.differences(
                scope,
                acl,
                "COALESCE(p.initprivs, pg_catalog.acldefault((%s)::\"char\", o.%sowner))"
                    .formatted(source.kind, source.prefix)));
  }

  /** Comments on what comes along with an object, and so is not one of its own. */
  private static final String COMMENTS =
      """
      SELECT 'comment', i.type || ' ' || i.identity, 'comments there are not modelled'
        FROM pg_catalog.pg_description d
       CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) i
       WHERE d.objoid >= %d AND (
             d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND (
               EXISTS (SELECT FROM pg_catalog.pg_class c
                        WHERE c.oid = d.objoid
                          AND (c.relkind IN ('c', 'i', 'I') AND d.objsubid > 0 OR c.relkind = 't'))
               OR EXISTS (SELECT FROM pg_catalog.pg_depend x
                           WHERE x.classid = d.classoid AND x.objid = d.objoid AND x.objsubid = 0
                             AND d.objsubid = 0 AND x.deptype = 'i'
                             AND (x.refclassid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
                                  OR x.refobjsubid > 0)))
          OR d.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
             AND EXISTS (SELECT FROM pg_catalog.pg_type t
                           LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
                          WHERE t.oid = d.objoid
                            AND (c.relkind <> 'c' OR t.typtype = 'm'
                                 OR t.typtype = 'b' AND t.typelem <> 0 AND t.typarray = 0))
          OR d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
             AND EXISTS (SELECT FROM pg_catalog.pg_constraint c
                          WHERE c.oid = d.objoid AND c.contype IN ('n', 't'))
          OR d.classoid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
             AND EXISTS (SELECT FROM pg_catalog.pg_rewrite r
                          WHERE r.oid = d.objoid AND r.rulename = '_RETURN'))\
      """
          .formatted(Conditions.FIRST_OID);

  /**
   * Privileges on the sequences of identity columns and on the types of rows. What a new sequence
   * gets by ALTER DEFAULT PRIVILEGES is not worth a word: it gets the same when it is made again.
   */
  private static String partGrants(Scope scope) {
    return """
    SELECT 'grants', i.type || ' ' || i.identity, 'grants there are not modelled'
      FROM (SELECT 'pg_catalog.pg_class'::pg_catalog.regclass AS catalog, c.oid, c.relacl AS acl,
                   COALESCE(g.defaclacl, pg_catalog.acldefault('s', c.relowner))
                     || COALESCE(l.defaclacl, '{}') AS usual
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_depend d
                ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
               AND d.refclassid = d.classid AND d.deptype = 'i'
              JOIN pg_catalog.pg_class w ON w.oid = d.refobjid
              JOIN pg_catalog.pg_namespace n ON n.oid = w.relnamespace
              LEFT JOIN pg_catalog.pg_default_acl g
                ON g.defaclrole = c.relowner AND g.defaclnamespace = 0 AND g.defaclobjtype = 'S'
              LEFT JOIN pg_catalog.pg_default_acl l
                ON l.defaclrole = c.relowner AND l.defaclnamespace = c.relnamespace
               AND l.defaclobjtype = 'S'
             WHERE c.relkind = 'S' AND NOT (%1$s)
               AND n.nspname <> 'liftlock' AND (n.nspname, w.relname) <> (%4$s, %5$s)
             UNION ALL
            SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, t.typacl,
                   pg_catalog.acldefault('T', t.typowner)
              FROM pg_catalog.pg_type t JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
             WHERE c.relkind <> 'c') o
     CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.catalog, o.oid, 0) i
     WHERE o.oid >= %2$d AND o.acl IS NOT NULL AND EXISTS (%3$s)\
    """
        .formatted(
            Conditions.noPart("pg_class", "c.oid"),
            Conditions.FIRST_OID,
            Grants.differences(scope, "o.acl", "o.usual"),
            Quoted.literal(scope.historySchema()),
            Quoted.literal(scope.historyTable()));
  }

  /** Triggers whose state ALTER TABLE changed where the model does not look. */
  private static final String TRIGGERS =
      """
      SELECT 'trigger state', i.identity,
             CASE WHEN t.tgparentid <> 0 THEN 'differs from that of the partitioned table''s trigger'
                  ELSE 'the trigger of a constraint is not in its usual state' END
             || ', which is not modelled'
        FROM pg_catalog.pg_trigger t
        LEFT JOIN pg_catalog.pg_trigger p ON p.oid = t.tgparentid
       CROSS JOIN LATERAL pg_catalog.pg_identify_object(
               'pg_catalog.pg_trigger'::pg_catalog.regclass, t.oid, 0) i
       WHERE (t.tgisinternal OR t.tgparentid <> 0)
         AND t.tgenabled <> COALESCE(p.tgenabled, 'O')\
      """;

  private static final String EXTENSION_DEPENDENCIES =
      """
      SELECT 'dependency on an extension', i.type || ' ' || i.identity,
             'DEPENDS ON EXTENSION is not modelled'
        FROM pg_catalog.pg_depend d
       CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classid, d.objid, d.objsubid) i
       WHERE d.deptype = 'x'\
      """;

  @Override
  public List<String> queries(Scope scope) {
    List<String> queries = new ArrayList<>();
    SOURCES.forEach(source -> queries.add(foreignGrants(scope, source)));
    queries.addAll(List.of(COMMENTS, partGrants(scope), TRIGGERS, EXTENSION_DEPENDENCIES));
    return queries;
  }

  @Override
  public void read(List<Rows> answers, Inventory inventory) {
    for (Rows rows : answers) {
      for (int row = 0; row < rows.size(); row++) {
        inventory.notModelled(rows.required(row, 0), rows.required(row, 1), rows.required(row, 2));
      }
    }
  }
}
