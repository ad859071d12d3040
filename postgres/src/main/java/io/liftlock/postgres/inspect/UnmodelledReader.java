package io.liftlock.postgres.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists what people can make in a database and the model does not hold: whole objects here, things
 * said of modelled objects in {@link UnmodelledPartReader}. Values are never read, for they can be
 * secrets.
 */
final class UnmodelledReader implements CatalogReader {

  private static final String WHY = "not modelled";

  /**
   * Objects of one kind.
   *
   * @param kind what people call it
   * @param catalog where they are
   * @param condition which of them; {@code o} is the row
   */
  private record Source(String kind, String catalog, String condition) {}

  private static final List<Source> SOURCES =
      List.of(
          new Source("operator class", "pg_opclass", "true"),
          new Source(
              "operator family",
              "pg_opfamily",
              // CREATE OPERATOR CLASS makes a family of its own where none is named.
              "o.oid NOT IN (SELECT c.opcfamily FROM pg_catalog.pg_opclass c)"),
          new Source("procedural language", "pg_language", "true"),
          new Source("transform", "pg_transform", "true"),
          new Source("access method", "pg_am", "true"),
          new Source("conversion", "pg_conversion", "true"),
          new Source("shell operator", "pg_operator", "o.oprcode = 0::pg_catalog.oid"),
          new Source(
              "subscription",
              "pg_subscription",
              "o.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d"
                  + " WHERE d.datname = pg_catalog.current_database())"));

  /** Operators and functions that people added to a family of the system. */
  private static String loose(
      String catalog, String family, String catalogOfMember, String member) {
    return """
    SELECT DISTINCT 'operator family',
           (pg_catalog.pg_identify_object(
              'pg_catalog.pg_opfamily'::pg_catalog.regclass, o.%2$s, 0)).identity,
           'members that people added to it are not modelled'
      FROM pg_catalog.%1$s o
     WHERE o.oid >= %3$d AND o.%2$s < %3$d AND %4$s
       AND o.oid NOT IN (SELECT x.objid FROM pg_catalog.pg_depend x
                          WHERE x.classid = 'pg_catalog.%1$s'::pg_catalog.regclass
                            AND x.refclassid = 'pg_catalog.pg_opclass'::pg_catalog.regclass
                            AND x.deptype = 'i')\
    """
        .formatted(
            catalog, family, Conditions.FIRST_OID, Scope.noMember(catalogOfMember, "o." + member));
  }

  private static final String USER_MAPPINGS =
      """
      SELECT 'user mapping',
             CASE m.umuser WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(m.usename) END
               || ' on ' || pg_catalog.quote_ident(m.srvname),
             'not modelled, since its options can hold passwords'
        FROM pg_catalog.pg_user_mappings m\
      """;

  private static final String SETTINGS =
      """
      SELECT 'database setting',
             pg_catalog.split_part(c.config, '=', 1)
               || CASE s.setrole WHEN 0 THEN ''
                       ELSE ' for ' || pg_catalog.quote_ident(
                                         pg_catalog.pg_get_userbyid(s.setrole)) END,
             'not modelled'
        FROM pg_catalog.pg_db_role_setting s
        JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
       CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS c(config)
       WHERE d.datname = pg_catalog.current_database()\
      """;

  private static final String SECURITY_LABELS =
      """
      SELECT 'security label',
             (pg_catalog.pg_identify_object(l.classoid, l.objoid, l.objsubid)).identity
               || ' for ' || pg_catalog.quote_ident(l.provider),
             'not modelled'
        FROM pg_catalog.pg_seclabel l\
      """;

  private static final String LARGE_OBJECTS =
      """
      SELECT 'large object', '*', 'data, not schema'
       WHERE EXISTS (SELECT FROM pg_catalog.pg_largeobject_metadata)\
      """;

  /** What superusers put among the system's own objects. */
  private static String inSystemSchema(String catalog, String namespace, String condition) {
    return """
    SELECT 'object of a system schema', i.type || ' ' || i.identity, 'not modelled'
      FROM pg_catalog.%1$s o
      JOIN pg_catalog.pg_namespace n ON n.oid = o.%2$s
     CROSS JOIN LATERAL pg_catalog.pg_identify_object(
             'pg_catalog.%1$s'::pg_catalog.regclass, o.oid, 0) i
     WHERE o.oid >= %3$d AND n.nspname IN ('pg_catalog', 'information_schema')
       AND %4$s AND %5$s\
    """
        .formatted(
            catalog, namespace, Conditions.FIRST_OID, Scope.noMember(catalog, "o.oid"), condition);
  }

  @Override
  public List<String> queries(Scope scope) {
    List<String> queries = new ArrayList<>();
    for (Source source : SOURCES) {
      queries.add(
          """
          SELECT '%s',
                 (pg_catalog.pg_identify_object(
                    'pg_catalog.%2$s'::pg_catalog.regclass, o.oid, 0)).identity, '%3$s'
            FROM pg_catalog.%2$s o
           WHERE o.oid >= %4$d AND %5$s AND %6$s\
          """
              .formatted(
                  source.kind,
                  source.catalog,
                  WHY,
                  Conditions.FIRST_OID,
                  Scope.noMember(source.catalog, "o.oid"),
                  source.condition));
    }
    queries.add(loose("pg_amop", "amopfamily", "pg_operator", "amopopr"));
    queries.add(loose("pg_amproc", "amprocfamily", "pg_proc", "amproc"));
    queries.add(USER_MAPPINGS);
    queries.add(SETTINGS);
    queries.add(SECURITY_LABELS);
    queries.add(LARGE_OBJECTS);
    queries.add(inSystemSchema("pg_class", "relnamespace", "o.relkind NOT IN ('i', 'I', 't')"));
    queries.add(inSystemSchema("pg_proc", "pronamespace", Conditions.noPart("pg_proc", "o.oid")));
    queries.add(
        inSystemSchema(
            "pg_type",
            "typnamespace",
            "o.typrelid = 0 AND " + Conditions.noPart("pg_type", "o.oid")));
    queries.add(inSystemSchema("pg_operator", "oprnamespace", "true"));
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
