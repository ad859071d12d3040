package io.liftlock.postgres.render;

import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a routine as {@code pg_get_function_arguments} prints them.
 *
 * @param list each one, in order
 */
record Arguments(List<Argument> list) {

  private static final String DEFAULT = " DEFAULT ";

  /**
   * One argument.
   *
   * @param head mode, name and type
   * @param hasDefault whether a call may leave it out
   */
  record Argument(String head, boolean hasDefault) {

    static Argument of(String text) {
      // A name that holds this word is quoted, with the quote right before or behind the blanks.
      int at = TopLevel.find(text, DEFAULT);
      return new Argument(at < 0 ? text : text.substring(0, at), at >= 0);
    }
  }

  /** The arguments of a function or procedure. */
  static Arguments of(SchemaObject routine) {
    List<Argument> list = new ArrayList<>();
    TopLevel.split(routine.text(Property.ARGUMENTS).orElse(""))
        .forEach(text -> list.add(Argument.of(text)));
    return new Arguments(list);
  }

  /**
   * Whether CREATE OR REPLACE takes the others for these: the server refuses other names and types
   * of arguments, and the loss of a default.
   */
  boolean canBecome(Arguments others) {
    if (list.size() != others.list.size()) {
      return false;
    }
    for (int i = 0; i < list.size(); i++) {
      Argument other = others.list.get(i);
      if (!list.get(i).head.equals(other.head) || (list.get(i).hasDefault && !other.hasDefault)) {
        return false;
      }
    }
    return true;
  }
}
