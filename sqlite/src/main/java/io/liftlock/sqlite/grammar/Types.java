package io.liftlock.sqlite.grammar;

import io.liftlock.core.syntax.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads declared types, which are any words with up to two numbers behind them. */
final class Types {

  /** Words that could be names and yet begin a clause behind a column's type. */
  private static final Set<String> CLAUSES = Set.of("generated");

  private Types() {}

  /** The type here; without a name where none stands here. */
  static TypeName read(Scan scan) throws SyntaxProblem {
    int from = scan.at();
    while (scan.isString() || (scan.isName() && isTypeWord(scan))) {
      scan.next();
    }
    if (scan.at() == from) {
      return new TypeName("", "", List.of(), false);
    }
    String name = scan.text(from, scan.at()).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    List<Integer> modifiers = new ArrayList<>();
    if (scan.skipSign("(")) {
      number(scan, modifiers);
      if (scan.skipSign(",")) {
        number(scan, modifiers);
      }
      scan.expectSign(")");
    }
    return new TypeName(scan.text(from, scan.at()), name, modifiers, false);
  }

  private static boolean isTypeWord(Scan scan) {
    return !CLAUSES.contains(scan.word())
        && (scan.word().isEmpty() || Reserved.isAlias(scan.word()));
  }

  private static void number(Scan scan, List<Integer> modifiers) throws SyntaxProblem {
    boolean negative = scan.skipSign("-");
    if (!negative) {
      scan.skipSign("+");
    }
    if (!scan.isNumber()) {
      throw scan.expected("a number");
    }
    String written = scan.tokens().written(scan.at());
    if (written.matches("[0-9]{1,9}")) {
      modifiers.add((negative ? -1 : 1) * Integer.parseInt(written));
    }
    scan.next();
  }
}
