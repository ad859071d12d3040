package io.liftlock.postgres;

/** What has to be known of a server and a database before a scratch database is made. */
final class ScratchQueries {

  /** Databases with such a name that this role may drop. */
  static final String DATABASES =
      """
      SELECT d.datname
        FROM pg_catalog.pg_database d
       WHERE d.datname LIKE 'liftlock\\_scratch\\_%' AND pg_catalog.pg_has_role(d.datdba, 'USAGE')\
      """;

  /** The keys of all advisory locks of the server, in whatever database, as unsigned numbers. */
  static final String LOCKS =
      """
      SELECT l.classid::pg_catalog.int8 * 4294967296::pg_catalog.numeric + l.objid::pg_catalog.int8
        FROM pg_catalog.pg_locks l
       WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted\
      """;

  /**
   * What this database, or this login in it, sets, as this session has it. The driver sends a time
   * zone of its own; budgets are set for each statement.
   */
  static final String SETTINGS =
      """
      SELECT n.name,
             CASE WHEN pg_catalog.lower(n.name) = 'timezone' THEN n.value
                  ELSE pg_catalog.current_setting(n.name) END
        FROM (SELECT DISTINCT ON (1) pg_catalog.split_part(c.setting, '=', 1) AS name,
                     pg_catalog.substr(c.setting, pg_catalog.strpos(c.setting, '=') + 1) AS value
                FROM pg_catalog.pg_db_role_setting s
                CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS c(setting)
               WHERE s.setdatabase = (SELECT d.oid FROM pg_catalog.pg_database d
                                       WHERE d.datname = pg_catalog.current_database())
                 AND s.setrole IN (0, (SELECT r.oid FROM pg_catalog.pg_roles r
                                        WHERE r.rolname = SESSION_USER))
               ORDER BY 1, s.setrole DESC) AS n
       WHERE n.name NOT IN
               ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')
         AND pg_catalog.current_setting(n.name, true) IS NOT NULL\
      """;

  private ScratchQueries() {}

  /**
   * Whether this role may make a database here; letters for a new name; and what stands behind the
   * name in CREATE DATABASE, so that the new one sorts and compares text as this one does.
   */
  static String original(int major) {
    return """
    SELECT NOT pg_catalog.pg_is_in_recovery()
             AND (SELECT r.rolcreatedb OR r.rolsuper FROM pg_catalog.pg_roles r
                   WHERE r.rolname = CURRENT_USER),
           pg_catalog.replace(pg_catalog.gen_random_uuid()::text, '-', ''),
           pg_catalog.concat(
             ' TEMPLATE template0 ENCODING ',
             pg_catalog.quote_literal(pg_catalog.pg_encoding_to_char(d.encoding)),
             ' LC_COLLATE ', pg_catalog.quote_literal(d.datcollate),
             ' LC_CTYPE ', pg_catalog.quote_literal(d.datctype)%s)
      FROM pg_catalog.pg_database d
     WHERE d.datname = pg_catalog.current_database()\
    """
        .formatted(provider(major));
  }

  private static String provider(int major) {
    if (major < 15) {
      return "";
    }
    String locale = major < 17 ? "d.daticulocale" : "d.datlocale";
    String sql =
        """
        ,
             CASE d.datlocprovider
               WHEN 'i' THEN ' LOCALE_PROVIDER icu ICU_LOCALE ' || pg_catalog.quote_literal(%s)
               WHEN 'b' THEN ' LOCALE_PROVIDER builtin BUILTIN_LOCALE '
                             || pg_catalog.quote_literal(%s)
               ELSE ' LOCALE_PROVIDER libc' END\
        """
            .formatted(locale, locale);
    return major < 16
        ? sql
        : sql + ",\n         ' ICU_RULES ' || pg_catalog.quote_literal(d.daticurules)";
  }
}
