package io.liftlock.postgres.inspect;

import io.liftlock.postgres.sql.Quoted;

/** How roles are named: the home role as CURRENT_USER, everyone as PUBLIC, others as SQL would. */
final class Roles {

  private Roles() {}

  /**
   * The oid of the role that migrates this database: the history table's owner, else the role that
   * reads.
   */
  static String home(Scope scope) {
    return """
    (SELECT COALESCE(
              (SELECT h.relowner
                 FROM pg_catalog.pg_class h JOIN pg_catalog.pg_namespace hn ON hn.oid = h.relnamespace
                WHERE hn.nspname = %s AND h.relname = %s),
              pg_catalog.quote_ident(current_user)::pg_catalog.regrole::pg_catalog.oid))\
    """
        .formatted(Quoted.text(scope.historySchema()), Quoted.text(scope.historyTable()));
  }

  /** The name of the role whose oid an expression gives. */
  static String name(Scope scope, String oid) {
    return """
    CASE %1$s WHEN 0 THEN 'PUBLIC'
              WHEN %2$s THEN 'CURRENT_USER'
              ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(%1$s)) END\
    """
        .formatted(oid, home(scope));
  }
}
