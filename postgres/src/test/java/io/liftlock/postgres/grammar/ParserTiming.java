package io.liftlock.postgres.grammar;

import java.util.ArrayList;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * Says how long 3,000 statements take in a process that has just started: no test, run by hand with
 * the options of the launcher ({@code -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}).
 */
final class ParserTiming {

  private ParserTiming() {}

  /** Prints one line. */
  public static void main(String[] arguments) {
    List<String> statements = statements();
    long start = System.nanoTime();
    int rules = SQLLexer._ATN.states.size() + SQLParser._ATN.states.size();
    long loaded = System.nanoTime();
    PostgresParser.read(statements.get(0));
    long first = System.nanoTime();
    statements.forEach(PostgresParser::read);
    long all = System.nanoTime();
    System.out.printf(
        "grammar of %d states %d ms, first statement %d ms, %d statements %d ms%n",
        rules, millis(start, loaded), millis(loaded, first), statements.size(), millis(first, all));
  }

  private static long millis(long from, long to) {
    return (to - from) / 1_000_000;
  }

  private static List<String> statements() {
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      statements.add(
          """
          CREATE TABLE t%d (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            email text NOT NULL,
            created_at timestamptz NOT NULL DEFAULT now(),
            parent bigint REFERENCES p (id)
          )\
          """
              .formatted(i));
      statements.add("CREATE INDEX CONCURRENTLY i%d ON t%d (email) WHERE a > 3".formatted(i, i));
      statements.add(
          "ALTER TABLE t%d ADD COLUMN c int DEFAULT 3, ADD CHECK (c > 0) NOT VALID".formatted(i));
    }
    return statements;
  }
}
