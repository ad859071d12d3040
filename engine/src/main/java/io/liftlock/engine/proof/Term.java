package io.liftlock.engine.proof;

import java.util.List;
import java.util.function.Predicate;

/**
 * A part of a check's expression, as far as it is understood.
 *
 * @param kind what it is
 * @param text a column's name, a constant, an operator, a function's name; else empty
 * @param parts what it is made of
 */
record Term(Kind kind, String text, List<Term> parts) {

  enum Kind {
    AND,
    OR,
    NOT,
    /** Two parts and an operator. */
    COMPARE,
    /** What is looked for, and the list. */
    IN,
    IS_NULL,
    CALL,
    COLUMN,
    /** A text, a number or a truth value. */
    CONSTANT,
    NULL,
    LIST,
    /** Something else, made of its parts. */
    UNKNOWN
  }

  static Term of(Kind kind, String text, Term... parts) {
    return new Term(kind, text, List.of(parts));
  }

  static Term of(Kind kind, List<Term> parts) {
    return new Term(kind, "", parts);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether it is true or false rather than a value. */
  boolean isCondition() {
    return switch (kind) {
      case AND, OR, NOT, COMPARE, IN, IS_NULL -> true;
      default -> false;
    };
  }

  Term part(int index) {
    return parts.get(index);
  }

  /** Whether a test holds of it or of something in it. */
  boolean holdsAnywhere(Predicate<Term> test) {
    return test.test(this) || parts.stream().anyMatch(part -> part.holdsAnywhere(test));
  }
}
