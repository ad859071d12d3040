package io.liftlock.postgres.grammar;

import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/** Numbers that the grammar takes for two tokens: {@code 1_000}, {@code 0x1F}, a scale of -2. */
final class Numbers {

  private Numbers() {}

  /** Joins them, everywhere. */
  static void join(TokenRow row) {
    for (int i = row.size() - 2; i >= 0; i--) {
      if (row.type(i) == SQLParser.Integer && isRest(row.text(i + 1)) && row.touch(i, i + 1)) {
        row.joinNumber(i, i + 2);
      } else if (isNegativeScale(row, i)) {
        row.joinNumber(i, i + 2);
      }
    }
  }

  private static boolean isRest(String text) {
    return text.matches("_[0-9_]+|x[0-9a-f_]+|o[0-7_]+|b[01_]+");
  }

  private static boolean isNegativeScale(TokenRow row, int i) {
    boolean scale = row.are(i - 2, SQLParser.Integer, SQLParser.COMMA, SQLParser.MINUS);
    boolean numeric =
        row.type(i - 4) == SQLParser.NUMERIC
            || row.type(i - 4) == SQLParser.DECIMAL
            || row.type(i - 4) == SQLParser.DEC;
    return scale && numeric && row.type(i + 1) == SQLParser.Integer;
  }
}
