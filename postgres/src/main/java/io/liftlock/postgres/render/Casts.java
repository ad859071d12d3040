package io.liftlock.postgres.render;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What ALTER COLUMN TYPE needs to know of the casts between built-in types ({@code pg_cast} of
 * PostgreSQL 14 to 18): which the server makes by itself, which have to be written, and which
 * values always survive.
 */
final class Casts {

  private static final Set<String> STRINGS =
      Set.of("text", "character varying", "character", "name", "\"char\"", "bpchar");

  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  /** Assignment casts beyond those among strings and among numbers. */
  private static final Map<String, Set<String>> ASSIGNED =
      Map.ofEntries(
          Map.entry("date", Set.of("timestamp without time zone", "timestamp with time zone")),
          Map.entry(
              "timestamp without time zone",
              Set.of("date", "timestamp with time zone", "time without time zone")),
          Map.entry(
              "timestamp with time zone",
              Set.of(
                  "date",
                  "timestamp without time zone",
                  "time without time zone",
                  "time with time zone")),
          Map.entry("time without time zone", Set.of("time with time zone", "interval")),
          Map.entry("time with time zone", Set.of("time without time zone")),
          Map.entry("interval", Set.of("time without time zone")),
          Map.entry("json", Set.of("jsonb")),
          Map.entry("jsonb", Set.of("json")),
          Map.entry("cidr", Set.of("inet")),
          Map.entry("inet", Set.of("cidr")),
          Map.entry("bit", Set.of("bit varying")),
          Map.entry("bit varying", Set.of("bit")),
          Map.entry("macaddr", Set.of("macaddr8")),
          Map.entry("macaddr8", Set.of("macaddr")),
          Map.entry("money", Set.of("numeric")),
          Map.entry("numeric", Set.of("money")),
          Map.entry("integer", Set.of("money", "oid")),
          Map.entry("bigint", Set.of("money", "oid")),
          Map.entry("oid", Set.of("bigint", "integer")));

  /** Casts that exist but have to be written. */
  private static final Map<String, Set<String>> EXPLICIT =
      Map.ofEntries(
          Map.entry("boolean", Set.of("integer")),
          Map.entry("integer", Set.of("boolean", "bit")),
          Map.entry("bigint", Set.of("bit")),
          Map.entry("bit", Set.of("integer", "bigint")),
          Map.entry(
              "jsonb",
              Set.of(
                  "boolean",
                  "numeric",
                  "smallint",
                  "integer",
                  "bigint",
                  "real",
                  "double precision")));

  /** Into which types every value goes without loss. */
  private static final Map<String, Set<String>> WIDER =
      Map.ofEntries(
          Map.entry("smallint", Set.of("integer", "bigint", "numeric", "real", "double precision")),
          Map.entry("integer", Set.of("bigint", "numeric", "double precision")),
          Map.entry("bigint", Set.of("numeric")),
          Map.entry("real", Set.of("double precision")),
          Map.entry("character varying", Set.of("text")),
          Map.entry("character", Set.of("text", "character varying")),
          Map.entry("name", Set.of("text", "character varying")),
          Map.entry("cidr", Set.of("inet")),
          Map.entry("date", Set.of("timestamp without time zone")),
          Map.entry("json", Set.of("text")),
          Map.entry("uuid", Set.of("text", "character varying")),
          Map.entry("boolean", Set.of("text", "character varying")),
          Map.entry("xml", Set.of("text")));

  private Casts() {}

  /**
   * A type as the server prints it, taken apart.
   *
   * @param name without what stands in parentheses: {@code timestamp with time zone}
   * @param modifier what stands in parentheses, or empty
   * @param array the brackets behind it, or empty
   */
  record TypeName(String name, String modifier, String array) {

    static TypeName of(String type) {
      int brackets = type.indexOf("[]");
      String element = brackets < 0 ? type : type.substring(0, brackets);
      String array = brackets < 0 ? "" : type.substring(brackets);
      int open = element.startsWith("\"") ? -1 : element.indexOf('(');
      if (open < 0) {
        return new TypeName(element, "", array);
      }
      int close = element.indexOf(')', open);
      return new TypeName(
          element.substring(0, open) + element.substring(close + 1),
          element.substring(open + 1, close),
          array);
    }
  }

  /** What a USING clause has to say, for a column of that name; empty where none is needed. */
  static Optional<String> using(String column, String from, String to) {
    TypeName before = TypeName.of(from);
    TypeName after = TypeName.of(to);
    if (before.array().isEmpty() == after.array().isEmpty()
        && (before.name().equals(after.name()) || assigned(before.name(), after.name()))) {
      return Optional.empty();
    }
    if (STRINGS.contains(after.name()) && after.array().isEmpty()) {
      // Whatever can be printed can be assigned to a string.
      return Optional.empty();
    }
    boolean direct = before.array().isEmpty() && casts(before.name(), after);
    return Optional.of(column + (direct ? "::" : "::text::") + to);
  }

  /** Whether there is a cast that only has to be written. */
  private static boolean casts(String from, TypeName to) {
    return STRINGS.contains(from)
        || (to.array().isEmpty() && EXPLICIT.getOrDefault(from, Set.of()).contains(to.name()));
  }

  private static boolean assigned(String from, String to) {
    return STRINGS.contains(to)
        || (NUMBERS.contains(from) && NUMBERS.contains(to))
        || ASSIGNED.getOrDefault(from, Set.of()).contains(to);
  }

  /** Whether values of both types can be compared, as a foreign key has to while they differ. */
  static boolean comparable(String one, String other) {
    String left = TypeName.of(one).name();
    String right = TypeName.of(other).name();
    return left.equals(right)
        || (NUMBERS.contains(left) && NUMBERS.contains(right))
        || (STRINGS.contains(left) && STRINGS.contains(right));
  }

  /** Whether every value of one type is, unchanged, a value of the other. */
  static boolean widens(String from, String to) {
    TypeName before = TypeName.of(from);
    TypeName after = TypeName.of(to);
    if (!before.array().equals(after.array())) {
      return false;
    }
    if (!before.name().equals(after.name())) {
      return WIDER.getOrDefault(before.name(), Set.of()).contains(after.name())
          && (after.modifier().isEmpty()
              || (STRINGS.contains(before.name()) && fits(before, after)));
    }
    return after.modifier().isEmpty()
        ? !before.name().equals("character") && !before.name().equals("bit")
        : fits(before, after);
  }

  /** Whether precision, scale or length only grow. */
  private static boolean fits(TypeName before, TypeName after) {
    if (before.modifier().isEmpty()) {
      return false;
    }
    String[] from = before.modifier().split(",");
    String[] to = after.modifier().split(",");
    try {
      int fromScale = from.length > 1 ? Integer.parseInt(from[1].trim()) : 0;
      int toScale = to.length > 1 ? Integer.parseInt(to[1].trim()) : 0;
      int fromDigits = Integer.parseInt(from[0].trim()) - fromScale;
      int toDigits = Integer.parseInt(to[0].trim()) - toScale;
      return toDigits >= fromDigits && toScale >= fromScale;
    } catch (NumberFormatException e) {
      // The modifier of a type that is not built in, such as geometry(Point,4326).
      return before.modifier().equals(after.modifier());
    }
  }
}
