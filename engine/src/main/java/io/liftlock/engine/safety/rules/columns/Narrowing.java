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
    return isText(from) && isText(to)
        ? limit(to) < limit(from)
        : isNumber(from) && isNumber(to)
            ? losesNumber(from, to)
            : isTime(from) && isTime(to) && losesTime(from, to);
  }

  private static boolean isText(TypeName type) {
    return List.of("text", "character varying", "character").contains(type.name());
  }

  private static int limit(TypeName type) {
    return type.modifiers().isEmpty()
        ? type.name().equals("character") ? 1 : Integer.MAX_VALUE
        : type.modifiers().get(0);
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
    return from.name().equals("numeric")
        || (to.name().equals("real")
            && !from.name().equals("real")
            && !from.name().equals("smallint"))
        || from.name().equals("bigint");
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
    return to.name().equals("date")
        ? !from.name().equals("date")
        : !from.name().equals("date") && precision(to) < precision(from);
  }

  private static int precision(TypeName type) {
    return type.modifiers().isEmpty() ? MICROSECONDS : type.modifiers().get(0);
  }
}
