package io.liftlock.core.syntax;

import java.util.List;

/**
 * The type of a column, argument or result.
 *
 * @param written as written
 * @param name without schema {@code pg_catalog}, modifiers and dimensions, in the spelling of the
 *     catalog and in lower case: {@code character varying}, {@code bigint}, {@code timestamp with
 *     time zone}; {@code serial} and its kin stay
 * @param modifiers the numbers in parentheses
 * @param array whether it is an array
 */
public record TypeName(String written, String name, List<Integer> modifiers, boolean array) {
  /** Copies what it is given. */
  public TypeName {
    modifiers = List.copyOf(modifiers);
  }
}
