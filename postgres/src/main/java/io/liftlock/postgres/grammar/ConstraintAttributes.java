package io.liftlock.postgres.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * What may stand behind a constraint: NO INHERIT, NOT VALID, DEFERRABLE, INITIALLY, ENFORCED. The
 * server takes them in any order, the grammar in this one.
 */
final class ConstraintAttributes {

  /**
   * One of them.
   *
   * @param rank its place in the order
   * @param tokens its words
   */
  private record Attribute(int rank, List<Token> tokens) {}

  private ConstraintAttributes() {}

  /** Puts them into the grammar's order, everywhere. */
  static void order(TokenRow row) {
    int i = 0;
    while (i < row.size()) {
      List<Attribute> run = run(row, i);
      List<Token> before = words(run);
      if (run.size() > 1) {
        run.sort(Comparator.comparingInt(Attribute::rank));
        List<Token> after = words(run);
        if (!after.equals(before)) {
          row.reorder(i, after);
        }
      }
      i += Math.max(1, before.size());
    }
  }

  /**
   * Lets ALTER CONSTRAINT say ENFORCED: it becomes DEFERRABLE with the text of ENFORCED, and what
   * else is said of the constraint, which changes nothing that safety asks for, goes.
   */
  static void enforcement(TokenRow row) {
    for (int i = 0; i < row.size(); i++) {
      if (!row.are(i, SQLParser.ALTER, SQLParser.CONSTRAINT)) {
        continue;
      }
      List<Attribute> run = run(row, i + 3);
      int end = i + 3 + words(run).size();
      for (int j = i + 3; j < end; j++) {
        if (row.type(j) == SQLParser.ENFORCED) {
          row.retype(j, SQLParser.DEFERRABLE);
          row.remove(j + 1, end);
          row.remove(i + 3, row.type(j - 1) == SQLParser.NOT ? j - 1 : j);
          break;
        }
      }
    }
  }

  private static List<Attribute> run(TokenRow row, int from) {
    List<Attribute> run = new ArrayList<>();
    int i = from;
    for (int length = length(row, i); length > 0; length = length(row, i)) {
      run.add(new Attribute(rank(row.type(i + length - 1)), row.slice(i, i + length)));
      i += length;
    }
    return run;
  }

  private static List<Token> words(List<Attribute> run) {
    return run.stream().flatMap(attribute -> attribute.tokens().stream()).toList();
  }

  private static int length(TokenRow row, int i) {
    boolean two =
        row.are(i, SQLParser.NO, SQLParser.INHERIT)
            || row.are(i, SQLParser.NOT, SQLParser.VALID)
            || row.are(i, SQLParser.NOT, SQLParser.DEFERRABLE)
            || row.are(i, SQLParser.NOT, SQLParser.ENFORCED)
            || row.are(i, SQLParser.INITIALLY, SQLParser.DEFERRED)
            || row.are(i, SQLParser.INITIALLY, SQLParser.IMMEDIATE);
    boolean one = row.type(i) == SQLParser.DEFERRABLE || row.type(i) == SQLParser.ENFORCED;
    return two ? 2 : one ? 1 : 0;
  }

  private static int rank(int word) {
    return switch (word) {
      case SQLParser.INHERIT -> 0;
      case SQLParser.VALID -> 1;
      case SQLParser.DEFERRABLE -> 2;
      case SQLParser.DEFERRED, SQLParser.IMMEDIATE -> 3;
      default -> 4;
    };
  }
}
