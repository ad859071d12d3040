package io.liftlock.engine.transfer.translate;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Says a condition of one dialect in the other, where it surely means the same for every row:
 * comparisons of columns with literals and with each other, NULL or not, lists, ranges, the length
 * of a text, and any of these joined by AND, OR and NOT. Everything else is not translated.
 */
final class ConditionTranslator {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d+)?");
  private static final Set<String> EQUALITIES = Set.of("=", "<>");
  private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");
  private static final Set<String> LENGTHS = Set.of("length", "char_length");

  private static final Set<String> NUMBERS =
      Set.of("bigint", "numeric", "double precision", "integer", "smallint");

  private static final Set<String> TEXTS =
      Set.of("text", "character varying", "bpchar", "character", "varchar");

  /** What stands for a piece of the condition. */
  private enum Form {
    /** A column, or what is computed of one. */
    VALUE,
    LITERAL,
    /** True, false or unknown. */
    CONDITION
  }

  private record Part(Form form, ValueKind kind, String text) {}

  /** The condition is beyond what surely means the same. */
  private static final class Beyond extends Exception {
    private static final long serialVersionUID = 1L;

    Beyond() {
      super("", null, false, false);
    }
  }

  private final Tokens tokens;
  private final Dialect from;
  private final Function<String, Optional<Field>> columns;
  private int at;

  private ConditionTranslator(
      Dialect from, String condition, Function<String, Optional<Field>> columns) {
    this.tokens = Tokens.of(from, condition);
    this.from = from;
    this.columns = columns;
  }

  /**
   * Says it in the other dialect.
   *
   * @param from what it is written in
   * @param condition without the word CHECK or WHERE
   * @param columns the columns by their names in the source
   * @return empty where it is not certain to mean the same
   */
  static Optional<String> translate(
      Dialect from, String condition, Function<String, Optional<Field>> columns) {
    ConditionTranslator reader = new ConditionTranslator(from, condition, columns);
    try {
      Part whole = condition(reader.or());
      return reader.at == reader.tokens.size() ? Optional.of(whole.text()) : Optional.empty();
    } catch (Beyond e) {
      return Optional.empty();
    }
  }

  private Part or() throws Beyond {
    return joined("or", and());
  }

  private Part joined(String word, Part first) throws Beyond {
    Part left = first;
    while (takes(word)) {
      Part right = word.equals("or") ? and() : not();
      left =
          truth(
              "("
                  + condition(left).text()
                  + (word.equals("or") ? " OR " : " AND ")
                  + condition(right).text()
                  + ")");
    }
    return left;
  }

  private Part and() throws Beyond {
    return joined("and", not());
  }

  private Part not() throws Beyond {
    return takes("not") ? truth("(NOT " + condition(not()).text() + ")") : predicate();
  }

  /** A column of truth values is a condition by itself. */
  private static Part condition(Part part) throws Beyond {
    boolean truth = part.form() == Form.VALUE && part.kind() == ValueKind.BOOLEAN;
    if (part.form() != Form.CONDITION && !truth) {
      throw new Beyond();
    }
    return part;
  }

  private static Part truth(String text) {
    return new Part(Form.CONDITION, ValueKind.BOOLEAN, text);
  }

  private Part predicate() throws Beyond {
    Part left = operand();
    String sign = sign();
    if (!sign.isEmpty()) {
      at++;
      return tokens.isWord(at, "any") || tokens.isWord(at, "all")
          ? list(left, sign)
          : compared(left, sign, operand());
    }
    if (takes("is")) {
      boolean not = takes("not");
      expect("null");
      return nullOrNot(left, not);
    }
    if (takes("isnull")) {
      return nullOrNot(left, false);
    }
    if (takes("notnull")) {
      return nullOrNot(left, true);
    }
    boolean not = takes("not");
    if (takes("in")) {
      expectSign("(");
      return among(left, not, literals(left, ")"));
    }
    if (takes("between")) {
      Part low = operand();
      expect("and");
      Part high = operand();
      compared(left, ">=", low);
      compared(left, "<=", high);
      String between = not ? " NOT BETWEEN " : " BETWEEN ";
      return truth("(" + left.text() + between + low.text() + " AND " + high.text() + ")");
    }
    if (not) {
      throw new Beyond();
    }
    return left;
  }

  private String sign() {
    for (String sign : List.of("=", "==", "<>", "!=", "<", "<=", ">", ">=")) {
      if (tokens.isSign(at, sign)) {
        return sign.equals("==") ? "=" : sign.equals("!=") ? "<>" : sign;
      }
    }
    return "";
  }

  private static Part nullOrNot(Part part, boolean not) throws Beyond {
    if (part.form() != Form.VALUE) {
      throw new Beyond();
    }
    return truth("(" + part.text() + (not ? " IS NOT NULL)" : " IS NULL)"));
  }

  private Part compared(Part left, String sign, Part right) throws Beyond {
    if (left.form() == Form.CONDITION || right.form() == Form.CONDITION) {
      throw new Beyond();
    }
    Part a = like(left, right);
    Part b = like(right, left);
    boolean plain =
        a.kind() == b.kind()
            && (EQUALITIES.contains(sign)
                ? a.kind() != ValueKind.OTHER
                : a.kind() == ValueKind.NUMBER && ORDERS.contains(sign));
    if (!plain) {
      throw new Beyond();
    }
    return truth("(" + a.text() + " " + sign + " " + b.text() + ")");
  }

  /** A literal as a truth value, where it is compared with one. */
  private Part like(Part part, Part other) throws Beyond {
    boolean asTruth =
        part.form() == Form.LITERAL
            && other.form() == Form.VALUE
            && other.kind() == ValueKind.BOOLEAN
            && from == Dialect.SQLITE;
    if (!asTruth) {
      return part;
    }
    return switch (part.text()) {
      case "1", "true" -> new Part(Form.LITERAL, ValueKind.BOOLEAN, "true");
      case "0", "false" -> new Part(Form.LITERAL, ValueKind.BOOLEAN, "false");
      default -> throw new Beyond();
    };
  }

  /** {@code = ANY (ARRAY[…])} and {@code <> ALL (ARRAY[…])}: PostgreSQL's own form of lists. */
  private Part list(Part left, String sign) throws Beyond {
    boolean any = takes("any");
    if (!any) {
      expect("all");
    }
    if (!sign.equals(any ? "=" : "<>")) {
      throw new Beyond();
    }
    expectSign("(");
    int depth = 0;
    while (takesSign("(")) {
      depth++;
    }
    expect("array");
    expectSign("[");
    List<Part> values = literals(left, "]");
    skipArrayCast();
    for (; depth > 0; depth--) {
      expectSign(")");
      skipArrayCast();
    }
    expectSign(")");
    return among(left, !any, values);
  }

  private void skipArrayCast() throws Beyond {
    if (takesSign("::")) {
      typeName();
    }
  }

  private List<Part> literals(Part left, String end) throws Beyond {
    List<Part> values = new ArrayList<>();
    do {
      Part value = like(operand(), left);
      if (value.form() != Form.LITERAL) {
        throw new Beyond();
      }
      compared(left, "=", value);
      values.add(value);
    } while (takesSign(","));
    expectSign(end);
    return values;
  }

  private static Part among(Part left, boolean not, List<Part> values) {
    List<String> texts = values.stream().map(Part::text).toList();
    String in = not ? " NOT IN (" : " IN (";
    return truth("(" + left.text() + in + String.join(", ", texts) + "))");
  }

  private Part operand() throws Beyond {
    Part part = primary();
    while (takesSign("::")) {
      part = cast(part, typeName());
    }
    return part;
  }

  private Part primary() throws Beyond {
    if (takesSign("(")) {
      Part inner = or();
      expectSign(")");
      return inner;
    }
    if (takesSign("-")) {
      return number("-" + tokens.written(at++));
    }
    if (tokens.isNumber(at)) {
      return number(tokens.written(at++));
    }
    if (tokens.isString(at)) {
      return text();
    }
    if (from == Dialect.POSTGRES && (tokens.isWord(at, "true") || tokens.isWord(at, "false"))) {
      return new Part(
          Form.LITERAL, ValueKind.BOOLEAN, tokens.word(at++).equals("true") ? "1" : "0");
    }
    if (!tokens.isName(at)) {
      throw new Beyond();
    }
    if (LENGTHS.contains(tokens.word(at)) && tokens.isSign(at + 1, "(")) {
      at += 2;
      Part inner = operand();
      expectSign(")");
      if (inner.form() != Form.VALUE || inner.kind() != ValueKind.TEXT) {
        throw new Beyond();
      }
      return new Part(Form.VALUE, ValueKind.NUMBER, "length(" + inner.text() + ")");
    }
    String name = tokens.isQuotedName(at) ? tokens.plainName(at) : tokens.written(at);
    Field field = columns.apply(name).orElseThrow(Beyond::new);
    at++;
    return new Part(Form.VALUE, field.kind(), field.written());
  }

  private static Part number(String text) throws Beyond {
    if (!NUMBER.matcher(text).matches()) {
      throw new Beyond();
    }
    return new Part(Form.LITERAL, ValueKind.NUMBER, text);
  }

  private Part text() throws Beyond {
    String written = tokens.written(at);
    String value = tokens.string(at);
    at++;
    // Neither x'00ff' nor E'\n'; and a backslash could mean two things.
    if (value == null || !written.startsWith("'") || written.indexOf('\\') >= 0) {
      throw new Beyond();
    }
    return new Part(Form.LITERAL, ValueKind.TEXT, written);
  }

  private Part cast(Part part, String type) throws Beyond {
    boolean number = NUMBERS.contains(type);
    if (part.form() == Form.LITERAL) {
      String bare =
          part.kind() == ValueKind.TEXT
              ? part.text().substring(1, part.text().length() - 1)
              : part.text();
      if (number && part.kind() != ValueKind.BOOLEAN) {
        return number(bare);
      }
      // A literal of an enum is a text to everybody else.
      if (part.kind() == ValueKind.TEXT && (TEXTS.contains(type) || type.indexOf('.') > 0)) {
        return part;
      }
      throw new Beyond();
    }
    boolean same =
        part.form() == Form.VALUE
            && (part.kind() == ValueKind.TEXT ? TEXTS.contains(type) : widens(part, type));
    if (!same) {
      throw new Beyond();
    }
    return part;
  }

  /** Not to an integer or numeric, which would round a double. */
  private static boolean widens(Part part, String type) {
    return part.kind() == ValueKind.NUMBER && type.equals("double precision");
  }

  /** The type that stands here, in lower case, without what is in parentheses. */
  private String typeName() throws Beyond {
    if (!tokens.isName(at)) {
      throw new Beyond();
    }
    StringBuilder name = new StringBuilder(tokens.plainName(at++));
    while (takesSign(".")) {
      name.append('.').append(tokens.plainName(at++));
    }
    while (tokens.isWord(at, "varying") || tokens.isWord(at, "precision")) {
      name.append(' ').append(tokens.word(at++));
    }
    at = tokens.behindParens(at);
    if (takesSign("[")) {
      expectSign("]");
    } else {
      takesSign("[]");
    }
    return name.toString();
  }

  private boolean takes(String word) {
    boolean here = tokens.isWord(at, word);
    at += here ? 1 : 0;
    return here;
  }

  private boolean takesSign(String sign) {
    boolean here = tokens.isSign(at, sign);
    at += here ? 1 : 0;
    return here;
  }

  private void expect(String word) throws Beyond {
    if (!takes(word)) {
      throw new Beyond();
    }
  }

  private void expectSign(String sign) throws Beyond {
    if (!takesSign(sign)) {
      throw new Beyond();
    }
  }
}
