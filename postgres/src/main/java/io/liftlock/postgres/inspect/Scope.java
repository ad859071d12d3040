package io.liftlock.postgres.inspect;

/**
 * Whose catalog is read.
 *
 * @param major the server's major version, 14 or more
 * @param historySchema the schema of liftlock's history table
 * @param historyTable the name of liftlock's history table
 */
public record Scope(int major, String historySchema, String historyTable) {

  /** Whether the server is of that major version or a newer one. */
  boolean since(int version) {
    return major >= version;
  }

  /** Whether that relation is liftlock's history table. */
  boolean isHistory(String schema, String relation) {
    return schema.equals(historySchema) && relation.equals(historyTable);
  }

  /**
   * The condition that a row of {@code pg_namespace} is a schema that people made: none of the
   * system, no temporary one, and not liftlock's own.
   */
  static String people(String namespace) {
    return """
    (%1$s.nspname !~ '^pg_' AND %1$s.nspname NOT IN ('information_schema', 'liftlock'))\
    """
        .formatted(namespace);
  }

  /**
   * The condition that a row is no member of an extension. The set of members is read once per
   * query and hashed, whatever the planner thinks of its size.
   *
   * @param catalog the row's catalog: {@code pg_proc}
   * @param oid the row's oid: {@code p.oid}
   */
  static String noMember(String catalog, String oid) {
    return """
    %2$s NOT IN (SELECT x.objid FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.%1$s'::pg_catalog.regclass
                    AND x.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                    AND x.deptype = 'e')\
    """
        .formatted(catalog, oid);
  }
}
