package io.liftlock.engine.proof;

import io.liftlock.engine.proof.Term.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns conditions into what is asked of each column, so that a row which follows has a good chance
 * to be taken. Where there is a choice, such as OR, the variant decides; other variants decide
 * otherwise.
 */
final class Wishes {

  private static final Set<String> LENGTHS =
      Set.of("length", "char_length", "character_length", "octet_length", "cardinality");
  private static final Set<String> TRANSPARENT =
      Set.of("btrim", "trim", "ltrim", "rtrim", "coalesce", "ifnull", "date", "datetime");

  private final int variant;
  private final Map<String, Wish> byColumn = new LinkedHashMap<>();
  private final Map<String, Set<String>> below = new HashMap<>();

  Wishes(int variant) {
    this.variant = variant;
  }

  /** What is asked of a column. */
  Wish of(String column) {
    return byColumn.computeIfAbsent(plain(column), name -> new Wish());
  }

  /**
   * How many columns must be smaller than this one, one after the other: {@code a < b < c} gives c
   * a two.
   */
  int rank(String column) {
    return rank(column, 8);
  }

  /** SQLite does not tell upper from lower case in names. */
  private static String plain(String column) {
    return column.toLowerCase(Locale.ROOT);
  }

  private int rank(String column, int most) {
    int rank = 0;
    for (String smaller : below.getOrDefault(plain(column), Set.of())) {
      rank = most == 0 ? rank : Math.max(rank, 1 + rank(smaller, most - 1));
    }
    return rank;
  }

  /**
   * Ends the asking: where {@code a < b}, b must stay above what a must stay above, and a below
   * what b must stay below.
   */
  void settle() {
    for (int round = 0; round < 3; round++) {
      below.forEach((larger, smaller) -> smaller.forEach(name -> pass(of(name), of(larger))));
    }
  }

  private static void pass(Wish smaller, Wish larger) {
    copy(smaller, larger, Limit.Side.ABOVE);
    copy(larger, smaller, Limit.Side.BELOW);
  }

  private static void copy(Wish from, Wish to, Limit.Side side) {
    from.limits().stream()
        .filter(limit -> limit.side() == side && !to.limits().contains(limit))
        .toList()
        .forEach(to::limit);
  }

  /** Asks that a condition holds. */
  void ask(Term condition) {
    ask(condition, true);
  }

  private void ask(Term term, boolean wanted) {
    switch (term.kind()) {
      case AND -> several(term.parts(), wanted, wanted);
      case OR -> several(term.parts(), wanted, !wanted);
      case NOT -> ask(term.part(0), !wanted);
      case COMPARE -> compare(term, wanted);
      case IN -> in(term, wanted);
      case IS_NULL -> {
        if (term.part(0).is(Kind.COLUMN)) {
          of(term.part(0).text()).nullness(wanted ? Wish.Nullness.NULL : Wish.Nullness.NOT_NULL);
        }
      }
      case COLUMN -> of(term.text()).oneOf(List.of(wanted ? "true" : "false"));
      case CALL -> call(term, wanted);
      default -> {
        // Nothing can be read off it.
      }
    }
  }

  private void several(List<Term> parts, boolean wanted, boolean all) {
    if (all) {
      parts.forEach(part -> ask(part, wanted));
    } else {
      ask(parts.get(variant % parts.size()), wanted);
    }
  }

  private void call(Term term, boolean wanted) {
    if (!wanted || term.parts().isEmpty() || !term.part(0).is(Kind.COLUMN)) {
      return;
    }
    Wish wish = of(term.part(0).text());
    switch (term.text()) {
      case "json_valid" -> wish.json("object");
      case "starts_with" -> {
        if (term.parts().size() == 2 && term.part(1).is(Kind.CONSTANT)) {
          wish.pattern(new Wish.Pattern("like", term.part(1).text() + "%"));
        }
      }
      default -> {
        // Not known.
      }
    }
  }

  private void in(Term term, boolean wanted) {
    Term left = seen(term.part(0));
    List<String> constants =
        term.part(1).parts().stream()
            .filter(item -> item.is(Kind.CONSTANT))
            .map(Term::text)
            .toList();
    if (!left.is(Kind.COLUMN) || constants.isEmpty()) {
      return;
    }
    if (wanted) {
      of(left.text()).oneOf(constants);
    } else {
      constants.forEach(of(left.text())::exclude);
    }
  }

  private void compare(Term term, boolean wanted) {
    Term left = term.part(0);
    Term right = term.part(1);
    String operator = wanted ? term.text() : opposite(term.text());
    if (operator.isEmpty()) {
      return;
    }
    if (left.isCondition() && (right.isCondition() || right.is(Kind.CONSTANT))) {
      conditions(left, right, operator);
    } else if (left.is(Kind.CONSTANT) && !right.is(Kind.CONSTANT)) {
      constant(right, turned(operator), left.text());
    } else if (right.is(Kind.CONSTANT)) {
      constant(left, operator, right.text());
    } else {
      columns(left, right, operator);
    }
  }

  /** {@code (a IS NULL) = (b IS NULL)}. */
  private void conditions(Term left, Term right, String operator) {
    if (!operator.equals("=") && !operator.equals("<>")) {
      return;
    }
    boolean same = operator.equals("=");
    if (right.is(Kind.CONSTANT)) {
      ask(left, right.text().equals("true") == same);
      return;
    }
    boolean first = variant % 2 == 0;
    // Both true is what most people mean, so it comes first.
    ask(left, first);
    ask(right, same == first);
  }

  private void columns(Term left, Term right, String operator) {
    Term a = seen(left);
    Term b = seen(right);
    if (left.is(Kind.CALL) && right.is(Kind.COLUMN) && operator.equals("=")) {
      letters(left, right);
    } else if (right.is(Kind.CALL) && left.is(Kind.COLUMN) && operator.equals("=")) {
      letters(right, left);
    } else if (a.is(Kind.COLUMN) && b.is(Kind.COLUMN)) {
      switch (operator) {
        case "<", "<=" -> smaller(a.text(), b.text());
        case ">", ">=" -> smaller(b.text(), a.text());
        case "=" -> of(b.text()).sameAs(a.text());
        default -> {
          // Values differ from column to column.
        }
      }
    }
  }

  private void letters(Term call, Term column) {
    if (call.parts().size() == 1 && call.part(0).equals(column)) {
      switch (call.text()) {
        case "lower" -> of(column.text()).letters(Wish.Letters.LOWER);
        case "upper" -> of(column.text()).letters(Wish.Letters.UPPER);
        default -> {
          // Trimmed it is anyway.
        }
      }
    }
  }

  private void smaller(String a, String b) {
    below.computeIfAbsent(plain(b), name -> new LinkedHashSet<>()).add(a);
  }

  private void constant(Term left, String operator, String constant) {
    if (left.is(Kind.CALL) && LENGTHS.contains(left.text()) && !left.parts().isEmpty()) {
      Term measured = seen(left.part(0));
      if (measured.is(Kind.COLUMN)) {
        lengthOf(of(measured.text()), operator, constant);
      }
      return;
    }
    if (left.is(Kind.CALL) && left.text().startsWith("num_")) {
      counted(left, operator, constant);
      return;
    }
    if (left.is(Kind.CALL)
        && (left.text().equals("jsonb_typeof") || left.text().equals("json_typeof"))
        && left.part(0).is(Kind.COLUMN)
        && operator.equals("=")) {
      of(left.part(0).text()).json(constant);
      return;
    }
    if (left.is(Kind.CALL) && (left.text().equals("json_valid")) && left.part(0).is(Kind.COLUMN)) {
      of(left.part(0).text()).json("object");
      return;
    }
    Term column = seen(left);
    if (!column.is(Kind.COLUMN)) {
      return;
    }
    Wish wish = of(column.text());
    switch (operator) {
      case "=" -> wish.oneOf(List.of(constant));
      case "<>", "!=" -> wish.exclude(constant);
      case "~~", "~~*" -> wish.pattern(new Wish.Pattern("like", constant));
      case "~", "~*" -> wish.pattern(new Wish.Pattern("regex", constant));
      case "glob" -> wish.pattern(new Wish.Pattern("glob", constant));
      default -> Limit.of(operator, constant).ifPresent(wish::limit);
    }
  }

  private static void lengthOf(Wish wish, String operator, String constant) {
    if (operator.equals("=")) {
      wish.length(new Limit(Limit.Side.ABOVE, false, constant));
      wish.length(new Limit(Limit.Side.BELOW, false, constant));
    } else {
      Limit.of(operator, constant).ifPresent(wish::length);
    }
  }

  /** {@code num_nonnulls(a, b) = 1}: which ones they are is the variant's choice. */
  private void counted(Term call, String operator, String constant) {
    int count;
    try {
      count = Integer.parseInt(constant);
    } catch (NumberFormatException e) {
      return;
    }
    count += operator.equals(">") ? 1 : operator.equals("<") ? -1 : 0;
    if (operator.equals("<>") || call.parts().isEmpty()) {
      return;
    }
    int all = call.parts().size();
    int filled = call.text().equals("num_nulls") ? all - count : count;
    for (int i = 0; i < all; i++) {
      Term part = call.part((i + variant) % all);
      if (part.is(Kind.COLUMN)) {
        of(part.text()).nullness(i < filled ? Wish.Nullness.NOT_NULL : Wish.Nullness.NULL);
      }
    }
  }

  /** The column behind a function that leaves a usual value as it is. */
  private Term seen(Term term) {
    if (!term.is(Kind.CALL) || term.parts().isEmpty()) {
      return term;
    }
    if (TRANSPARENT.contains(term.text())) {
      return seen(term.part(0));
    }
    if (term.part(0).is(Kind.COLUMN)
        && (term.text().equals("lower") || term.text().equals("upper"))) {
      return term.part(0);
    }
    return term;
  }

  private static String opposite(String operator) {
    return switch (operator) {
      case "=" -> "<>";
      case "<>", "!=" -> "=";
      case "<" -> ">=";
      case "<=" -> ">";
      case ">" -> "<=";
      case ">=" -> "<";
      case "!~~" -> "~~";
      case "!~~*" -> "~~*";
      case "!~" -> "~";
      case "!~*" -> "~*";
      default -> "";
    };
  }

  private static String turned(String operator) {
    return switch (operator) {
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      default -> operator;
    };
  }
}
