package io.liftlock.core.syntax;

import java.util.List;
import java.util.Set;

/**
 * An expression of SQL, as far as safety asks.
 *
 * @param text as written
 * @param at 0-based offset of its first character in the text it was read from
 * @param form whether its value is known by looking at it
 * @param calls the functions called, in order; keywords such as {@code current_date} are among
 *     them, in lower case, with no argument
 * @param columns the columns it names, without their tables
 * @param conjuncts what AND joins at its top, each as written with single blanks between its words;
 *     only itself where there is no AND there
 * @param notNull the columns that cannot be NULL where it is true: those of conjuncts of the form
 *     {@code c IS NOT NULL}
 * @param query whether it holds a query
 */
public record Expression(
    String text,
    int at,
    Form form,
    List<Call> calls,
    Set<String> columns,
    List<String> conjuncts,
    Set<String> notNull,
    boolean query) {
  /** Copies what it is given. */
  public Expression {
    calls = List.copyOf(calls);
    columns = Set.copyOf(columns);
    conjuncts = List.copyOf(conjuncts);
    notNull = Set.copyOf(notNull);
  }

  /** Which form it has. */
  public enum Form {
    /** A literal, a constant of a type, a signed number. */
    LITERAL,
    /** NULL. */
    NULL,
    /** Anything else. */
    COMPUTED
  }
}
