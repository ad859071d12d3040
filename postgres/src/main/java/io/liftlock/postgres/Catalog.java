package io.liftlock.postgres;

import io.liftlock.core.database.Evidence;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.List;
import java.util.stream.IntStream;

/** Yes-or-no questions to the catalog. */
final class Catalog {

  private final Link link;

  Catalog(Link link) {
    this.link = link;
  }

  /** Whether a condition holds. */
  boolean holds(String condition) {
    Reply reply = ask("SELECT " + condition);
    return reply.isTrue(0, 0);
  }

  /** The first column of each row. */
  List<String> list(String sql) {
    Reply reply = ask(sql);
    return IntStream.range(0, reply.rows().size()).mapToObj(row -> reply.required(row, 0)).toList();
  }

  private Reply ask(String sql) {
    Answer answer = link.ask(sql, Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error("the catalog cannot be read", answer.failure());
    }
    return answer.replies().get(0);
  }

  /**
   * Evidence from whether an object is there.
   *
   * @param what the object, for people
   * @param there whether it is where the statement looks for it
   * @param wanted whether the statement makes it, rather than takes it away
   */
  static Evidence presence(String what, boolean there, boolean wanted) {
    String because = what + (there ? " is there" : " is not there");
    return there == wanted ? Evidence.done(because) : Evidence.notDone(because);
  }

  /** Whether a relation of that name, of any kind, is there. */
  boolean hasRelation(ObjectName name) {
    return holds("pg_catalog.to_regclass(" + name.literal() + ") IS NOT NULL");
  }

  /**
   * Whether a name without a schema is found in one that the search path does not lead to: the
   * script may have set another path, so its absence here tells nothing.
   */
  boolean isElsewhere(String catalog, String prefix, ObjectName name) {
    return name.schema() == null
        && holds(
            """
            EXISTS (SELECT 1 FROM pg_catalog.%1$s o
                      JOIN pg_catalog.pg_namespace n ON n.oid = o.%2$snamespace
                     WHERE o.%2$sname = %3$s AND n.nspname !~ '^pg_(toast|temp)'
                       AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'liftlock'))\
            """
                .formatted(catalog, prefix, Quoted.literal(name.name())));
  }

  /** Evidence for a relation that a statement makes or drops. */
  Evidence relation(String kind, ObjectName name, boolean wanted) {
    boolean there = hasRelation(name);
    if (!there && isElsewhere("pg_class", "rel", name)) {
      return Evidence.cannotTell(
          kind + " " + name + " is in a schema that the search path does not lead to");
    }
    return presence(kind + " " + name, there, wanted);
  }

  /** The condition that a column satisfies one. */
  static String column(ObjectName table, String column, String condition) {
    return """
    EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a
             WHERE a.attrelid = pg_catalog.to_regclass(%s) AND a.attname = %s
               AND a.attnum > 0 AND NOT a.attisdropped AND %s)\
    """
        .formatted(table.literal(), Quoted.literal(column), condition);
  }

  /** The condition that a constraint satisfies one. */
  static String constraint(ObjectName table, String constraint, String condition) {
    return """
    EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k
             WHERE k.conrelid = pg_catalog.to_regclass(%s) AND k.conname = %s AND %s)\
    """
        .formatted(table.literal(), Quoted.literal(constraint), condition);
  }
}
