package io.liftlock.postgres;

import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Empties a database. What belongs to the whole server (roles, tablespaces, other databases) and
 * what extensions brought along stays out of it; so does what another role owns, which is told.
 */
final class Wiper {

  /** Schemas that people made, with public; those of an extension go with the extension. */
  private static final String SCHEMAS =
      """
      SELECT n.nspname
        FROM pg_catalog.pg_namespace n
       WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
         AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                          WHERE d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
                            AND d.objid = n.oid AND d.deptype = 'e')
         AND pg_catalog.pg_has_role(n.nspowner, 'USAGE')
       ORDER BY 1\
      """;

  private static final String PUBLICATIONS =
      """
      SELECT p.pubname FROM pg_catalog.pg_publication p
       WHERE pg_catalog.pg_has_role(p.pubowner, 'USAGE')\
      """;

  private static final String EVENT_TRIGGERS =
      """
      SELECT t.evtname FROM pg_catalog.pg_event_trigger t
       WHERE pg_catalog.pg_has_role(t.evtowner, 'USAGE')\
      """;

  private static final String EXTENSIONS =
      """
      SELECT e.extname
        FROM pg_catalog.pg_extension e
       WHERE e.extname <> 'plpgsql' AND pg_catalog.pg_has_role(e.extowner, 'USAGE')
       ORDER BY 1\
      """;

  /**
   * Drops what this role owns in schemas that it does not own. CASCADE takes what depends on it, so
   * each is gone perhaps before its turn.
   */
  private static final String OWN_OBJECTS =
      """
      WITH others AS (
        SELECT n.oid, n.nspname FROM pg_catalog.pg_namespace n
         WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
           AND NOT pg_catalog.pg_has_role(n.nspowner, 'USAGE'))
      SELECT pg_catalog.format('DROP %s IF EXISTS %I.%I CASCADE',
               CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                    WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE'
                    WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END, n.nspname, c.relname)
        FROM pg_catalog.pg_class c JOIN others n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
         AND pg_catalog.pg_has_role(c.relowner, 'USAGE')
         AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                          WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                            AND d.objid = c.oid AND d.deptype IN ('e', 'i'))
      UNION ALL
      SELECT pg_catalog.format('DROP ROUTINE IF EXISTS %I.%I(%s) CASCADE', n.nspname, p.proname,
               pg_catalog.pg_get_function_identity_arguments(p.oid))
        FROM pg_catalog.pg_proc p JOIN others n ON n.oid = p.pronamespace
       WHERE pg_catalog.pg_has_role(p.proowner, 'USAGE')
         AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                          WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                            AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
      UNION ALL
      SELECT pg_catalog.format('DROP TYPE IF EXISTS %I.%I CASCADE', n.nspname, t.typname)
        FROM pg_catalog.pg_type t JOIN others n ON n.oid = t.typnamespace
       WHERE t.typtype IN ('d', 'e', 'r') AND pg_catalog.pg_has_role(t.typowner, 'USAGE')
         AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                          WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
                            AND d.objid = t.oid AND d.deptype IN ('e', 'i'))\
      """;

  private static final String LARGE_OBJECTS =
      """
      SELECT pg_catalog.lo_unlink(m.oid)
        FROM pg_catalog.pg_largeobject_metadata m
       WHERE pg_catalog.pg_has_role(m.lomowner, 'USAGE')\
      """;

  private final Link link;

  Wiper(Link link) {
    this.link = link;
  }

  void wipe() {
    List<String> statements = new ArrayList<>();
    statements.add("BEGIN");
    // A type's arguments in a routine's name are resolved by the search path.
    statements.add("SELECT pg_catalog.set_config('search_path', '', true)");
    for (String publication : names(PUBLICATIONS)) {
      statements.add("DROP PUBLICATION " + Quoted.identifier(publication));
    }
    for (String trigger : names(EVENT_TRIGGERS)) {
      statements.add("DROP EVENT TRIGGER " + Quoted.identifier(trigger));
    }
    for (String extension : names(EXTENSIONS)) {
      statements.add("DROP EXTENSION IF EXISTS " + Quoted.identifier(extension) + " CASCADE");
    }
    statements.addAll(ownObjects());
    List<String> schemas = names(SCHEMAS);
    for (String schema : schemas) {
      statements.add("DROP SCHEMA IF EXISTS " + Quoted.identifier(schema) + " CASCADE");
    }
    if (schemas.contains("public")) {
      statements.add("CREATE SCHEMA public");
      // As initdb leaves it since PostgreSQL 15; before, everybody could create there as well.
      statements.add("GRANT USAGE ON SCHEMA public TO PUBLIC");
      if (major() < 15) {
        statements.add("GRANT CREATE ON SCHEMA public TO PUBLIC");
      }
    }
    statements.add(LARGE_OBJECTS);
    statements.add("COMMIT");
    Answer answer = link.ask(String.join(";\n", statements), Link.Rows.DROP);
    if (answer.failure() != null) {
      if (link.inTransaction()) {
        link.ask("ROLLBACK", Link.Rows.DROP);
      }
      throw Failures.error("the database cannot be emptied", answer.failure());
    }
  }

  private List<String> ownObjects() {
    Answer answer =
        link.ask(
            "SELECT pg_catalog.set_config('search_path', '', true);" + OWN_OBJECTS, Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("the database cannot be looked into", answer.failure());
    }
    return firstColumn(answer.replies().get(1));
  }

  private static List<String> firstColumn(Reply reply) {
    return IntStream.range(0, reply.rows().size()).mapToObj(row -> reply.required(row, 0)).toList();
  }

  private int major() {
    return Integer.parseInt(link.serverVersion().split("[^0-9]", 2)[0]);
  }

  private List<String> names(String sql) {
    Answer answer = link.ask(sql, Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("the database cannot be looked into", answer.failure());
    }
    return firstColumn(answer.replies().get(0));
  }
}
