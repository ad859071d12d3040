package io.liftlock.postgres.grammar;

import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Forms of queries that the grammar lacks, wherever they stand. */
final class QueryForms {

  /** What follows a subquery of FROM that has no alias, which PostgreSQL 16 allows. */
  private static final Set<Integer> BEHIND_UNNAMED =
      Set.of(
          Token.EOF,
          SQLParser.SEMI_COLON,
          SQLParser.RIGHT_PAREN,
          SQLParser.COMMA,
          SQLParser.WHERE,
          SQLParser.GROUP,
          SQLParser.HAVING,
          SQLParser.WINDOW,
          SQLParser.ORDER,
          SQLParser.LIMIT,
          SQLParser.OFFSET,
          SQLParser.FETCH,
          SQLParser.FOR,
          SQLParser.UNION,
          SQLParser.EXCEPT,
          SQLParser.INTERSECT,
          SQLParser.CROSS,
          SQLParser.NATURAL,
          SQLParser.INNER,
          SQLParser.LEFT,
          SQLParser.RIGHT,
          SQLParser.FULL,
          SQLParser.JOIN,
          SQLParser.ON,
          SQLParser.USING,
          SQLParser.WITH,
          SQLParser.RETURNING);

  private final TokenRow row;

  private QueryForms(TokenRow row) {
    this.row = row;
  }

  /** Says them in words that the grammar takes. */
  static void reshape(TokenRow row) {
    QueryForms forms = new QueryForms(row);
    for (int i = row.size() - 1; i > 0; i--) {
      forms.reshape(i);
    }
  }

  private void reshape(int i) {
    switch (row.type(i)) {
      case SQLParser.FROM, SQLParser.JOIN, SQLParser.LATERAL -> unnamed(i + 1);
      case SQLParser.USING -> joinAlias(row.behindParens(i + 1));
      case SQLParser.DISTINCT -> {
        if (row.are(i - 2, SQLParser.GROUP, SQLParser.BY)) {
          row.remove(i, i + 1);
        }
      }
      case SQLParser.NORMALIZED -> {
        // Both are conditions on a text; which of them it is changes no lock.
        row.retype(i, SQLParser.NULL);
        if (row.text(i - 1).startsWith("nf")) {
          row.remove(i - 1, i);
        }
      }
      case SQLParser.ASENSITIVE -> row.retype(i, SQLParser.INSENSITIVE);
      case SQLParser.LANGUAGE -> {
        if (row.type(i + 1) == SQLParser.StringConstant) {
          row.retype(i + 1, SQLParser.QuotedIdentifier);
        }
      }
      default -> {
        // The grammar has all of it.
      }
    }
  }

  private void unnamed(int open) {
    boolean query =
        row.are(open, SQLParser.LEFT_PAREN, SQLParser.SELECT)
            || row.are(open, SQLParser.LEFT_PAREN, SQLParser.VALUES)
            || row.are(open, SQLParser.LEFT_PAREN, SQLParser.WITH);
    int behind = row.behindParens(open);
    if (query && BEHIND_UNNAMED.contains(row.type(behind))) {
      row.insert(behind, SQLParser.Identifier, "unnamed");
    }
  }

  /** {@code JOIN … USING (a) AS x}: the alias of the joined columns. */
  private void joinAlias(int as) {
    if (row.type(as - 1) == SQLParser.RIGHT_PAREN && row.type(as) == SQLParser.AS) {
      row.remove(as, as + 2);
    }
  }
}
