package io.liftlock.engine.proof;

import io.liftlock.engine.proof.Term.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the condition of a check as the server prints it, or as SQLite keeps it, as far as values
 * can be chosen by it. What it does not understand becomes {@link Kind#UNKNOWN}: the database
 * decides in the end.
 */
final class CheckReader {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|--[^\\n]*|/\\*.*?\\*/"
              + "|(?<text>[eE]?'(?:[^']|'')*')"
              + "|(?<quoted>\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[A-Za-z_][^\\]]*\\])"
              + "|(?<number>\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?|\\.\\d+)"
              + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
              + "|(?<sign>::|[-+*/<>=~!@#%^&|?]+|[()\\[\\],.:;])",
          Pattern.DOTALL);
  private static final Set<String> TYPE_WORDS =
      Set.of("varying", "precision", "with", "without", "time", "zone");
  private static final Set<String> LITERAL_TYPES =
      Set.of("date", "time", "timestamp", "timestamptz", "interval");
  private static final Set<String> COMPARISONS =
      Set.of(
          "=", "==", "<>", "!=", "<", "<=", ">", ">=", "~", "~*", "!~", "!~*", "~~", "~~*", "!~~",
          "!~~*");

  private enum Form {
    TEXT,
    QUOTED,
    NUMBER,
    WORD,
    SIGN,
    END
  }

  private record Token(Form form, String text) {}

  /** The text cannot be read this way. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable() {
      super("", null, false, false);
    }
  }

  private final List<Token> tokens;
  private int at;

  private CheckReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a definition.
   *
   * @param definition {@code CHECK ((a > 0))}, with or without the word and what stands behind it
   */
  static Optional<Term> read(String definition) {
    try {
      CheckReader reader = new CheckReader(tokens(definition));
      if (reader.takes("check")) {
        reader.expect("(");
        Term term = reader.or();
        reader.expect(")");
        return Optional.of(term);
      }
      Term term = reader.or();
      return reader.peek().form() == Form.END ? Optional.of(term) : Optional.empty();
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  private static List<Token> tokens(String text) throws Unreadable {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length()) {
      matcher.region(end, text.length());
      if (!matcher.lookingAt()) {
        throw new Unreadable();
      }
      end = matcher.end();
      // "[" may also open an index or an array; only SQLite quotes names so.
      if (matcher.group("text") != null) {
        String quoted = matcher.group("text");
        tokens.add(
            new Token(
                Form.TEXT,
                quoted
                    .substring(quoted.indexOf('\'') + 1, quoted.length() - 1)
                    .replace("''", "'")));
      } else if (matcher.group("quoted") != null) {
        String quoted = matcher.group("quoted");
        tokens.add(
            new Token(Form.QUOTED, quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"")));
      } else if (matcher.group("number") != null) {
        tokens.add(new Token(Form.NUMBER, matcher.group("number")));
      } else if (matcher.group("word") != null) {
        if (matcher.group("word").equalsIgnoreCase("array")
            && end < text.length()
            && text.charAt(end) == '[') {
          tokens.add(new Token(Form.SIGN, "ARRAY["));
          end++;
        } else {
          tokens.add(new Token(Form.WORD, matcher.group("word")));
        }
      } else if (matcher.group("sign") != null) {
        tokens.add(new Token(Form.SIGN, matcher.group("sign")));
      }
    }
    tokens.add(new Token(Form.END, ""));
    return tokens;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = tokens.get(at);
    if (token.form() != Form.END) {
      at++;
    }
    return token;
  }

  private boolean sees(String word) {
    Token token = peek();
    return (token.form() == Form.WORD || token.form() == Form.SIGN)
        && token.text().equalsIgnoreCase(word);
  }

  private boolean takes(String word) {
    boolean seen = sees(word);
    if (seen) {
      at++;
    }
    return seen;
  }

  private void expect(String word) throws Unreadable {
    if (!takes(word)) {
      throw new Unreadable();
    }
  }

  private Term or() throws Unreadable {
    List<Term> parts = new ArrayList<>(List.of(and()));
    while (takes("or")) {
      parts.add(and());
    }
    return parts.size() == 1 ? parts.get(0) : Term.of(Kind.OR, parts);
  }

  private Term and() throws Unreadable {
    List<Term> parts = new ArrayList<>(List.of(not()));
    while (takes("and")) {
      parts.add(not());
    }
    return parts.size() == 1 ? parts.get(0) : Term.of(Kind.AND, parts);
  }

  private Term not() throws Unreadable {
    return takes("not") ? Term.of(Kind.NOT, "", not()) : predicate();
  }

  private Term predicate() throws Unreadable {
    Term left = operand();
    while (true) {
      boolean negated = takes("not");
      Term found;
      if (takes("is")) {
        found = is(left);
      } else if (takes("isnull")) {
        found = Term.of(Kind.IS_NULL, "", left);
      } else if (takes("notnull")) {
        found = Term.of(Kind.NOT, "", Term.of(Kind.IS_NULL, "", left));
      } else if (takes("in")) {
        found = Term.of(Kind.IN, "", left, list());
      } else if (takes("between")) {
        takes("symmetric");
        Term low = operand();
        expect("and");
        Term high = operand();
        found =
            Term.of(
                Kind.AND,
                "",
                Term.of(Kind.COMPARE, ">=", left, low),
                Term.of(Kind.COMPARE, "<=", left, high));
      } else if (takes("like")) {
        found = pattern("~~", left);
      } else if (takes("ilike")) {
        found = pattern("~~*", left);
      } else if (takes("glob")) {
        found = pattern("glob", left);
      } else if (takes("regexp")) {
        found = pattern("~", left);
      } else if (peek().form() == Form.SIGN && COMPARISONS.contains(peek().text())) {
        found = comparison(left, next().text());
      } else if (negated) {
        throw new Unreadable();
      } else {
        return left;
      }
      left = negated ? Term.of(Kind.NOT, "", found) : found;
    }
  }

  private Term pattern(String operator, Term left) throws Unreadable {
    Term pattern = operand();
    if (takes("escape")) {
      operand();
    }
    return Term.of(Kind.COMPARE, operator, left, pattern);
  }

  private Term is(Term left) throws Unreadable {
    boolean negated = takes("not");
    Term found;
    if (takes("null") || takes("unknown")) {
      found = Term.of(Kind.IS_NULL, "", left);
    } else if (takes("distinct")) {
      expect("from");
      found = Term.of(Kind.NOT, "", Term.of(Kind.COMPARE, "=", left, operand()));
    } else {
      found = Term.of(Kind.COMPARE, "=", left, operand());
    }
    return negated ? Term.of(Kind.NOT, "", found) : found;
  }

  private Term comparison(Term left, String operator) throws Unreadable {
    boolean any = takes("any") || takes("some");
    boolean all = !any && takes("all");
    if (!any && !all) {
      return Term.of(Kind.COMPARE, operator.equals("==") ? "=" : operator, left, operand());
    }
    Term array = operand();
    boolean equal = any && operator.equals("=");
    boolean different = all && (operator.equals("<>") || operator.equals("!="));
    if (!array.is(Kind.LIST) || !(equal || different)) {
      return Term.of(Kind.UNKNOWN, "", left, array);
    }
    Term in = Term.of(Kind.IN, "", left, array);
    return equal ? in : Term.of(Kind.NOT, "", in);
  }

  private Term list() throws Unreadable {
    expect("(");
    return items(")");
  }

  private Term items(String end) throws Unreadable {
    List<Term> items = new ArrayList<>();
    while (!takes(end)) {
      items.add(or());
      if (!sees(end)) {
        expect(",");
      }
    }
    return Term.of(Kind.LIST, items);
  }

  private Term operand() throws Unreadable {
    Term left = primary();
    while (peek().form() == Form.SIGN
        && peek().text().matches("[-+*/%^&|#?@<>=~!]+")
        && !COMPARISONS.contains(peek().text())) {
      next();
      left = Term.of(Kind.UNKNOWN, "", left, primary());
    }
    return left;
  }

  private Term primary() throws Unreadable {
    Term term = postfixed(simple());
    while (takes("collate")) {
      next();
      while (takes(".")) {
        next();
      }
    }
    return term;
  }

  private Term postfixed(Term first) throws Unreadable {
    Term term = first;
    while (true) {
      if (takes("::")) {
        type();
      } else if (takes("[")) {
        int depth = 1;
        while (depth > 0 && peek().form() != Form.END) {
          String text = next().text();
          depth += text.equals("[") ? 1 : text.equals("]") ? -1 : 0;
        }
        term = Term.of(Kind.UNKNOWN, "", term);
      } else if (sees("at") && at + 1 < tokens.size()) {
        next();
        expect("time");
        expect("zone");
        simple();
        term = Term.of(Kind.UNKNOWN, "", term);
      } else {
        return term;
      }
    }
  }

  /** Types of constants do not matter here: a constant is written as the column's own type. */
  private void type() {
    next();
    while (takes(".")) {
      next();
    }
    while (TYPE_WORDS.contains(peek().text().toLowerCase(Locale.ROOT))) {
      next();
    }
    if (takes("(")) {
      while (!takes(")") && peek().form() != Form.END) {
        next();
      }
    }
    while (TYPE_WORDS.contains(peek().text().toLowerCase(Locale.ROOT))) {
      next();
    }
    while (takes("[")) {
      takes("]");
    }
  }

  private Term simple() throws Unreadable {
    Token token = next();
    return switch (token.form()) {
      case TEXT -> Term.of(Kind.CONSTANT, token.text());
      case NUMBER -> Term.of(Kind.CONSTANT, token.text());
      case QUOTED -> name(token.text());
      case WORD -> word(token.text());
      case SIGN -> sign(token.text());
      case END -> throw new Unreadable();
    };
  }

  private Term sign(String text) throws Unreadable {
    return switch (text) {
      case "(" -> {
        Term first = or();
        if (takes(",")) {
          Term rest = items(")");
          List<Term> all = new ArrayList<>(List.of(first));
          all.addAll(rest.parts());
          yield Term.of(Kind.LIST, all);
        }
        expect(")");
        yield first;
      }
      case "ARRAY[" -> items("]");
      case "-" -> {
        Term operand = primary();
        yield operand.is(Kind.CONSTANT)
            ? Term.of(Kind.CONSTANT, "-" + operand.text())
            : Term.of(Kind.UNKNOWN, "", operand);
      }
      case "+" -> primary();
      default -> throw new Unreadable();
    };
  }

  private Term word(String word) throws Unreadable {
    String lower = word.toLowerCase(Locale.ROOT);
    switch (lower) {
      case "true", "false" -> {
        return Term.of(Kind.CONSTANT, lower);
      }
      case "null" -> {
        return Term.of(Kind.NULL, "");
      }
      case "current_date", "current_timestamp", "localtimestamp" -> {
        return Term.of(Kind.CONSTANT, Limit.NOW);
      }
      case "row" -> {
        return list();
      }
      case "cast" -> {
        expect("(");
        Term term = or();
        expect("as");
        type();
        expect(")");
        return term;
      }
      case "case" -> {
        return caseOf();
      }
      default -> {
        if (LITERAL_TYPES.contains(lower) && peek().form() == Form.TEXT) {
          return Term.of(Kind.CONSTANT, next().text());
        }
        return name(word);
      }
    }
  }

  /** Everything up to its END; the branches are not followed. */
  private Term caseOf() throws Unreadable {
    int depth = 1;
    List<Term> columns = new ArrayList<>();
    while (depth > 0) {
      Token token = next();
      if (token.form() == Form.END) {
        throw new Unreadable();
      }
      if (token.form() == Form.TEXT || token.form() == Form.NUMBER) {
        columns.add(Term.of(Kind.CONSTANT, token.text()));
      }
      depth += token.text().equalsIgnoreCase("case") ? 1 : 0;
      depth -= token.text().equalsIgnoreCase("end") ? 1 : 0;
    }
    return Term.of(Kind.UNKNOWN, columns);
  }

  private Term name(String first) throws Unreadable {
    String name = first;
    while (takes(".")) {
      name = next().text();
    }
    if (!takes("(")) {
      return Term.of(Kind.COLUMN, name);
    }
    int start = at;
    try {
      Term arguments = items(")");
      String lower = name.toLowerCase(Locale.ROOT);
      return lower.equals("now") || lower.equals("clock_timestamp")
          ? Term.of(Kind.CONSTANT, Limit.NOW)
          : new Term(Kind.CALL, lower, arguments.parts());
    } catch (Unreadable e) {
      // EXTRACT (year FROM a), POSITION (a IN b) and the like have a grammar of their own.
      at = start;
      for (int depth = 1; depth > 0; ) {
        Token token = next();
        if (token.form() == Form.END) {
          throw e;
        }
        depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
      }
      return Term.of(Kind.UNKNOWN, "");
    }
  }
}
