package io.liftlock.sqlite.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Expression.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads expressions after the grammar of {@code parse.y}, by the precedence of operators. */
final class Expressions {

  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int EQUAL = 4;
  private static final int LESS = 5;
  private static final int BITS = 7;
  private static final int PLUS = 8;
  private static final int STAR = 9;
  private static final int CONCAT = 10;
  private static final int UNARY = 12;

  private final Scan scan;
  private final Gathered gathered;
  private final Names names;

  Expressions(Scan scan, Gathered gathered, Names names) {
    this.scan = scan;
    this.gathered = gathered;
    this.names = names;
  }

  /** Reads one, and says what it is. */
  Expression read() throws SyntaxProblem {
    int from = scan.at();
    int calls = gathered.calls.size();
    int columns = gathered.columns.size();
    int queries = gathered.queries;
    walk();
    return expression(from, calls, columns, queries);
  }

  /** One that stands alone, with nothing else gathered. */
  static Expression alone(Scan scan) throws SyntaxProblem {
    return new Expressions(scan, new Gathered(), new Names(null)).read();
  }

  /** A DEFAULT: a literal, one with a sign, a name that is a text, or one in parentheses. */
  static Expression defaultValue(Scan scan) throws SyntaxProblem {
    int from = scan.at();
    Expressions reader = new Expressions(scan, new Gathered(), new Names(null));
    if (scan.skipSign("(")) {
      reader.walk();
      scan.expectSign(")");
    } else if (scan.skipSign("-") || scan.skipSign("+")) {
      reader.term();
    } else if (scan.isLiteral() || scan.isWord("null") || scan.isName()) {
      reader.term();
    } else {
      throw scan.expected("a default");
    }
    return reader.expression(from, 0, 0, 0);
  }

  private void term() throws SyntaxProblem {
    if (scan.word().startsWith("current_")) {
      gathered.calls.add(new Call(scan.word(), 0));
    } else if (!scan.isLiteral() && !scan.isWord("null") && !scan.isName()) {
      throw scan.expected("a literal");
    }
    scan.next();
  }

  private Expression expression(int from, int calls, int columns, int queries) {
    Set<String> named = new LinkedHashSet<>();
    gathered
        .columns
        .subList(columns, gathered.columns.size())
        .forEach(column -> named.add(column.name()));
    Conditions conditions = new Conditions(scan, from, scan.at());
    return new Expression(
        scan.text(from, scan.at()),
        scan.offset(from),
        form(from, scan.at()),
        gathered.calls.subList(calls, gathered.calls.size()),
        named,
        conditions.conjuncts(),
        conditions.notNull(),
        gathered.queries > queries);
  }

  private Form form(int from, int to) {
    int first = from;
    int last = to;
    while (last - first > 2
        && scan.tokens().isSign(first, "(")
        && scan.tokens().behindParens(first) == last) {
      first++;
      last--;
    }
    if (last - first == 2
        && (scan.tokens().isSign(first, "-") || scan.tokens().isSign(first, "+"))) {
      first++;
    }
    if (last - first != 1) {
      return Form.COMPUTED;
    }
    String word = scan.tokens().word(first);
    if (word.equals("null")) {
      return Form.NULL;
    }
    boolean literal =
        scan.tokens().isNumber(first)
            || scan.tokens().isString(first)
            || word.equals("true")
            || word.equals("false");
    return literal ? Form.LITERAL : Form.COMPUTED;
  }

  /** Reads one and keeps only what was met in it. */
  void walk() throws SyntaxProblem {
    climb(OR);
  }

  /** A list of them with commas between. */
  int list() throws SyntaxProblem {
    int count = 0;
    do {
      walk();
      count++;
    } while (scan.skipSign(","));
    return count;
  }

  private void climb(int lowest) throws SyntaxProblem {
    prefix();
    while (infix(lowest)) {
      // Each turn reads one operator and what stands behind it.
    }
  }

  private void prefix() throws SyntaxProblem {
    boolean notExists = scan.areWords("not", "exists");
    if (scan.isWord("not") && !notExists) {
      scan.next();
      climb(NOT);
    } else if (scan.skipSign("-") || scan.skipSign("+") || scan.skipSign("~")) {
      climb(UNARY);
    } else {
      primary();
    }
  }

  /** One operator behind an operand; false where none of at least that precedence follows. */
  private boolean infix(int lowest) throws SyntaxProblem {
    if (scan.skip("collate")) {
      scan.name();
      return true;
    }
    return binary(lowest, CONCAT, "||", "->", "->>")
        || binary(lowest, STAR, "*", "/", "%")
        || binary(lowest, PLUS, "+", "-")
        || binary(lowest, BITS, "&", "|", "<<", ">>")
        || binary(lowest, LESS, "<", "<=", ">", ">=")
        || (lowest <= EQUAL && test())
        || (lowest <= AND && scan.skip("and") && operand(AND))
        || (lowest <= OR && scan.skip("or") && operand(OR));
  }

  private boolean binary(int lowest, int precedence, String... signs) throws SyntaxProblem {
    if (lowest > precedence) {
      return false;
    }
    for (String sign : signs) {
      if (scan.skipSign(sign)) {
        return operand(precedence);
      }
    }
    return false;
  }

  private boolean operand(int precedence) throws SyntaxProblem {
    climb(precedence + 1);
    return true;
  }

  private boolean test() throws SyntaxProblem {
    for (String sign : List.of("=", "==", "<>", "!=")) {
      if (scan.skipSign(sign)) {
        return operand(EQUAL);
      }
    }
    if (scan.skipAny("isnull", "notnull") || scan.skip("not", "null")) {
      return true;
    }
    if (scan.skip("is")) {
      scan.skip("not");
      if (scan.skip("distinct")) {
        scan.expect("from");
      }
      return operand(EQUAL);
    }
    int from = scan.at();
    scan.skip("not");
    if (scan.skip("between")) {
      lowerBound();
      scan.expect("and");
      return operand(EQUAL);
    }
    if (scan.skip("in")) {
      members();
      return true;
    }
    if (scan.skipAny("like", "glob", "regexp", "match")) {
      climb(LESS);
      if (scan.skip("escape")) {
        climb(BITS);
      }
      return true;
    }
    scan.back(from);
    return false;
  }

  /** Any expression whose AND is not that of BETWEEN. */
  private void lowerBound() throws SyntaxProblem {
    prefix();
    while (!scan.isWord("and") && infix(OR)) {
      // Each turn reads one operator and what stands behind it.
    }
  }

  private void members() throws SyntaxProblem {
    if (!scan.isSign("(")) {
      RelationName table = scan.qualified();
      if (scan.skipSign("(")) {
        gathered.calls.add(new Call(table.name().toLowerCase(Locale.ROOT), arguments()));
      } else if (!names.isQuery(table)) {
        gathered.reads.add(table);
      }
      return;
    }
    scan.expectSign("(");
    if (Selects.begins(scan)) {
      subquery();
    } else if (!scan.isSign(")")) {
      list();
    }
    scan.expectSign(")");
  }

  private void subquery() throws SyntaxProblem {
    gathered.queries++;
    new Selects(scan, gathered, names).inside();
  }

  private void primary() throws SyntaxProblem {
    if (scan.isLiteral() || scan.isWord("null")) {
      scan.next();
    } else if (scan.isParameter()) {
      parameter();
    } else if (scan.skipSign("(")) {
      if (Selects.begins(scan)) {
        subquery();
      } else {
        list();
      }
      scan.expectSign(")");
    } else if (scan.skip("exists") || scan.skip("not", "exists")) {
      scan.expectSign("(");
      subquery();
      scan.expectSign(")");
    } else if (scan.isWord("cast")) {
      cast();
    } else if (scan.skip("case")) {
      choice();
    } else if (scan.isWord("raise")) {
      raise();
    } else if (!scan.isName()) {
      throw scan.expected("an expression");
    } else if (scan.isSignBehind("(")) {
      call();
    } else {
      column();
    }
  }

  private void parameter() throws SyntaxProblem {
    String sign = scan.tokens().written(scan.at());
    scan.next();
    boolean named = sign.equals(":") || sign.equals("@") || sign.equals("#");
    boolean numbered = sign.equals("?") && scan.isNumber() && !scan.tokens().isApart(scan.at());
    if (numbered) {
      scan.next();
    } else if (named) {
      if (scan.atEnd() || scan.tokens().isApart(scan.at())) {
        throw scan.expected("a parameter");
      }
      scan.next();
    }
  }

  private void cast() throws SyntaxProblem {
    scan.next();
    scan.expectSign("(");
    walk();
    scan.expect("as");
    Types.read(scan);
    scan.expectSign(")");
  }

  private void choice() throws SyntaxProblem {
    if (!scan.isWord("when")) {
      walk();
    }
    do {
      scan.expect("when");
      walk();
      scan.expect("then");
      walk();
    } while (scan.isWord("when"));
    if (scan.skip("else")) {
      walk();
    }
    scan.expect("end");
  }

  private void raise() throws SyntaxProblem {
    scan.next();
    scan.expectSign("(");
    if (!scan.skip("ignore")) {
      if (!scan.skipAny("rollback", "abort", "fail")) {
        throw scan.expected("IGNORE, ROLLBACK, ABORT or FAIL");
      }
      scan.expectSign(",");
      walk();
    }
    scan.expectSign(")");
  }

  private void call() throws SyntaxProblem {
    String name = scan.name().toLowerCase(Locale.ROOT);
    scan.expectSign("(");
    int place = gathered.calls.size();
    int arguments = arguments();
    gathered.calls.add(place, new Call(name, arguments));
    if (scan.areWords("filter") && scan.isSignBehind("(")) {
      scan.next();
      scan.expectSign("(");
      scan.expect("where");
      walk();
      scan.expectSign(")");
    }
    if (scan.isWord("over")) {
      scan.next();
      if (scan.isSign("(")) {
        window();
      } else {
        scan.name();
      }
    }
  }

  /** The arguments of a function, the closing parenthesis included. */
  private int arguments() throws SyntaxProblem {
    if (scan.skipSign(")")) {
      return 0;
    }
    if (scan.skipSign("*")) {
      scan.expectSign(")");
      return 1;
    }
    scan.skipAny("distinct", "all");
    int count = list();
    if (scan.skip("order")) {
      scan.expect("by");
      sort();
    }
    scan.expectSign(")");
    return count;
  }

  /** What stands behind ORDER BY. */
  void sort() throws SyntaxProblem {
    do {
      walk();
      scan.skipAny("asc", "desc");
      if (scan.skip("nulls") && !scan.skipAny("first", "last")) {
        throw scan.expected("FIRST or LAST");
      }
    } while (scan.skipSign(","));
  }

  /** A window in parentheses. */
  void window() throws SyntaxProblem {
    scan.expectSign("(");
    boolean base =
        scan.isName()
            && !scan.areWords("partition", "by")
            && !scan.isWord("range")
            && !scan.isWord("rows")
            && !scan.isWord("groups");
    if (base) {
      scan.next();
    }
    if (scan.skip("partition", "by")) {
      list();
    }
    if (scan.skip("order")) {
      scan.expect("by");
      sort();
    }
    if (scan.skipAny("range", "rows", "groups")) {
      frame();
    }
    scan.expectSign(")");
  }

  private void frame() throws SyntaxProblem {
    if (scan.skip("between")) {
      bound();
      scan.expect("and");
    }
    bound();
    if (scan.skip("exclude")
        && !scan.skip("no", "others")
        && !scan.skip("current", "row")
        && !scan.skipAny("group", "ties")) {
      throw scan.expected("NO OTHERS, CURRENT ROW, GROUP or TIES");
    }
  }

  private void bound() throws SyntaxProblem {
    if (scan.skip("current", "row")) {
      return;
    }
    if (!scan.skip("unbounded")) {
      walk();
    }
    if (!scan.skipAny("preceding", "following")) {
      throw scan.expected("PRECEDING or FOLLOWING");
    }
  }

  private void column() throws SyntaxProblem {
    String word = scan.word();
    boolean quoted = scan.tokens().isQuotedName(scan.at());
    String name = scan.name();
    if (word.startsWith("current_") && !scan.isSign(".")) {
      gathered.calls.add(new Call(word, 0));
      return;
    }
    String qualifier = "";
    while (scan.skipSign(".")) {
      qualifier = name;
      name = scan.name();
    }
    boolean truth = !quoted && (word.equals("true") || word.equals("false"));
    if (!truth) {
      gathered.columns.add(new Gathered.Reference(qualifier, name));
    }
  }
}
