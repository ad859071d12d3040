package io.liftlock.engine.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a statement so that it does nothing where its work is done already, as far as SQL has
 * words for that: IF EXISTS, IF NOT EXISTS, OR REPLACE. For what undoes a change that was made in
 * one database only and must run in the others, too.
 */
final class Guards {

  /** A beginning of a statement and what it is replaced by. */
  private record Guard(Pattern beginning, String guarded) {}

  private static final List<Guard> GUARDS =
      List.of(
          guard(
              "DROP (INDEX CONCURRENTLY|MATERIALIZED VIEW|FOREIGN TABLE|FOREIGN DATA WRAPPER"
                  + "|EVENT TRIGGER|TEXT SEARCH [A-Z]+|[A-Z]+) ",
              "DROP $1 IF EXISTS "),
          guard("(ALTER TABLE (?:ONLY )?\\S+) DROP (COLUMN|CONSTRAINT) ", "$1 DROP $2 IF EXISTS "),
          guard("(ALTER TABLE (?:ONLY )?\\S+) ADD COLUMN ", "$1 ADD COLUMN IF NOT EXISTS "),
          guard(
              "CREATE ((?:UNLOGGED |FOREIGN |VIRTUAL )?TABLE|(?:UNIQUE )?INDEX(?: CONCURRENTLY)?"
                  + "|SEQUENCE|SCHEMA|EXTENSION|MATERIALIZED VIEW|STATISTICS|COLLATION|SERVER) ",
              "CREATE $1 IF NOT EXISTS "),
          guard(
              "CREATE (VIEW|TRIGGER|RULE|FUNCTION|PROCEDURE|AGGREGATE) ", "CREATE OR REPLACE $1 "));

  private Guards() {}

  private static Guard guard(String beginning, String guarded) {
    return new Guard(Pattern.compile("\\A" + beginning + "(?!IF )"), guarded);
  }

  /** The statement, guarded where that can be. */
  static String of(String sql) {
    for (Guard guard : GUARDS) {
      Matcher matcher = guard.beginning().matcher(sql);
      if (matcher.find()) {
        return matcher.replaceFirst(guard.guarded());
      }
    }
    return sql;
  }
}
