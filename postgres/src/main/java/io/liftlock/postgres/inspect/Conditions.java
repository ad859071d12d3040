package io.liftlock.postgres.inspect;

/** Conditions that keep what is not people's own out of a query. */
final class Conditions {

  /** What initdb made has a smaller oid. The line that pg_dump draws, too. */
  static final long FIRST_OID = 16384;

  private Conditions() {}

  /**
   * The object was not made by the server as a part of another one, such as the constructors of a
   * range type.
   *
   * @param catalog which catalog it is a row of
   * @param oid the expression of its oid
   */
  static String noPart(String catalog, String oid) {
    return """
    %2$s NOT IN (SELECT x.objid FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.%1$s'::pg_catalog.regclass
                    AND x.deptype = 'i')\
    """
        .formatted(catalog, oid);
  }
}
