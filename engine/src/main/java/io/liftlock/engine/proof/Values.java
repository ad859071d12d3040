package io.liftlock.engine.proof;

import io.liftlock.core.schema.Column;
import java.util.Optional;

/** Writes values of a dialect's types as SQL. */
interface Values {

  /**
   * A value for a column.
   *
   * @param wish what is asked of it
   * @param n which one: another number gives another value where there is room
   * @param unusual whether a text may have letters and signs that are easily broken
   * @return an expression, or nothing where no value of the type is known
   */
  Optional<String> value(Column column, Wish wish, long n, boolean unusual);

  /** A constant of a check as a value of that column. */
  String constant(Column column, String constant);

  /** Whether the type itself refuses NULL. */
  boolean refusesNull(Column column);

  /** A text as a literal; both dialects write it alike. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
