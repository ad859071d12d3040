package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.syntax.TypeName;
import java.util.List;

/** Which types cannot hold every value of another. */
final class Narrowing {

  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
  private static final int MICROSECONDS = 6;

  private Narrowing() {}

  /** Whether some value of one type does not fit into another, as far as both are known. */
  static boolean loses(TypeName from, TypeName to) {
    if (from.array() != to.array()) {
      return false;
    }
    if (isText(from) && isText(to)) {
      return limit(to) < limit(from);
    }
    if (isNumber(from) && isNumber(to)) {
      return losesNumber(from, to);
    }
    return isTime(from) && isTime(to) && losesTime(from, to);
  }

  private static boolean isText(TypeName type) {
    return List.of("text", "character varying", "character").contains(type.name());
  }

  private static int limit(TypeName type) {
    if (!type.modifiers().isEmpty()) {
      return type.modifiers().get(0);
    }
    return type.name().equals("character") ? 1 : Integer.MAX_VALUE;
  }

  private static boolean isNumber(TypeName type) {
    return INTEGERS.contains(type.name())
        || List.of("numeric", "real", "double precision").contains(type.name());
  }

  private static boolean losesNumber(TypeName from, TypeName to) {
    if (INTEGERS.contains(to.name())) {
      return !INTEGERS.contains(from.name())
          || INTEGERS.indexOf(to.name()) < INTEGERS.indexOf(from.name());
    }
    if (to.name().equals("numeric")) {
      return losesDigits(from, to);
    }
    // Both floating types: what a bigint or a numeric says exactly, they say roughly.
    return List.of("numeric", "bigint").contains(from.name())
        || (to.name().equals("real") && !List.of("real", "smallint").contains(from.name()));
  }

  private static boolean losesDigits(TypeName from, TypeName to) {
    if (to.modifiers().isEmpty()) {
      return false;
    }
    int whole = to.modifiers().get(0) - scale(to);
    if (INTEGERS.contains(from.name())) {
      return whole < List.of(5, 10, 19).get(INTEGERS.indexOf(from.name()));
    }
    return from.modifiers().isEmpty()
        || scale(to) < scale(from)
        || whole < from.modifiers().get(0) - scale(from);
  }

  private static int scale(TypeName type) {
    return type.modifiers().size() > 1 ? type.modifiers().get(1) : 0;
  }

  private static boolean isTime(TypeName type) {
    return type.name().equals("date") || type.name().startsWith("timestamp");
  }

  private static boolean losesTime(TypeName from, TypeName to) {
    if (from.name().equals("date")) {
      return false;
    }
    return to.name().equals("date") || precision(to) < precision(from);
  }

  private static int precision(TypeName type) {
    return type.modifiers().isEmpty() ? MICROSECONDS : type.modifiers().get(0);
  }
}
