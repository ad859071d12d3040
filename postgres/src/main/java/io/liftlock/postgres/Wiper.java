package io.liftlock.postgres;

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

  private static final String EXTENSIONS =
      """
      SELECT e.extname
        FROM pg_catalog.pg_extension e
       WHERE e.extname <> 'plpgsql' AND pg_catalog.pg_has_role(e.extowner, 'USAGE')
       ORDER BY 1\
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
    for (String publication : names("SELECT p.pubname FROM pg_catalog.pg_publication p")) {
      statements.add("DROP PUBLICATION " + Quoted.identifier(publication));
    }
    for (String trigger : names("SELECT t.evtname FROM pg_catalog.pg_event_trigger t")) {
      statements.add("DROP EVENT TRIGGER " + Quoted.identifier(trigger));
    }
    for (String extension : names(EXTENSIONS)) {
      statements.add("DROP EXTENSION IF EXISTS " + Quoted.identifier(extension) + " CASCADE");
    }
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

  private int major() {
    return Integer.parseInt(link.serverVersion().split("[^0-9]", 2)[0]);
  }

  private List<String> names(String sql) {
    Answer answer = link.ask(sql, Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("the database cannot be looked into", answer.failure());
    }
    Reply reply = answer.replies().get(0);
    return IntStream.range(0, reply.rows().size()).mapToObj(row -> reply.required(row, 0)).toList();
  }
}
