package io.liftlock.postgres.inspect;

/** How a list of privileges is written as its difference to another one. */
final class Grants {

  private Grants() {}

  /**
   * A query for the differences, one a row, that can stand in {@code ARRAY(…)}. Who granted does
   * not count; of one privilege granted twice, the one with the grant option does.
   *
   * @param actual an expression of type {@code aclitem[]}
   * @param usual another one, what is there without anybody's doing
   */
  static String differences(Scope scope, String actual, String usual) {
    return """
    SELECT CASE WHEN a.grantee IS NULL THEN '-' ELSE '+' END || %s || ' ' || privilege_type
           || CASE WHEN a.grantable THEN ' WITH GRANT OPTION' ELSE '' END
      FROM (%s) a
      FULL JOIN (%s) u USING (grantee, privilege_type)
     WHERE a.grantable IS DISTINCT FROM u.grantable\
    """
        .formatted(Roles.name(scope, "grantee"), explode(actual), explode(usual));
  }

  private static String explode(String acl) {
    return """
    SELECT x.grantee, x.privilege_type, pg_catalog.bool_or(x.is_grantable) AS grantable
      FROM pg_catalog.aclexplode(%s) x
     GROUP BY x.grantee, x.privilege_type\
    """
        .formatted(acl);
  }
}
