package io.liftlock.engine.transfer.pairing;

import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.engine.transfer.form.PostgresType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether one type of PostgreSQL takes every value of another one, read from its text, and gives it
 * back as the same value.
 */
final class TypeFit {

  private static final Set<String> FREE_TEXT = Set.of("text", "character varying");
  private static final Set<String> LENGTHS =
      Set.of("character varying", "character", "bit varying", "bit");

  /** How many digits stand before the point at most. */
  private static final Map<String, Integer> WHOLE_DIGITS =
      Map.of("smallint", 5, "integer", 10, "bigint", 19);

  private static final Map<String, Set<String>> WIDER =
      Map.of(
          "smallint", Set.of("integer", "bigint", "real", "double precision"),
          "integer", Set.of("bigint", "double precision"),
          "real", Set.of("double precision"),
          "cidr", Set.of("inet"));

  private final Schema source;
  private final Schema target;

  TypeFit(Schema source, Schema target) {
    this.source = source;
    this.target = target;
  }

  /** Why values do not fit; empty where all do. */
  Optional<String> objection(String from, String to) {
    if (from.equals(to)) {
      return sameName(from);
    }
    PostgresType narrow = PostgresType.stored(from, source);
    PostgresType wide = PostgresType.stored(to, target);
    if (FREE_TEXT.contains(wide.name()) && wide.modifiers().isEmpty() && !wide.array()) {
      return Optional.empty();
    }
    if (narrow.array() != wide.array()) {
      return Optional.of("one is an array");
    }
    return narrow.name().equals(wide.name()) ? narrower(narrow, wide) : otherName(narrow, wide);
  }

  /** Types that people made can have one name and differ. */
  private Optional<String> sameName(String printed) {
    PostgresType type = PostgresType.parse(printed);
    Optional<SchemaObject> left = type.object(source, ObjectKind.ENUM);
    Optional<SchemaObject> right = type.object(target, ObjectKind.ENUM);
    if (left.isPresent() && right.isPresent()) {
      return right.get().list(Property.VALUES).containsAll(left.get().list(Property.VALUES))
          ? Optional.empty()
          : Optional.of("the target's enum has not all values");
    }
    Optional<SchemaObject> one = type.object(source, ObjectKind.COMPOSITE_TYPE);
    Optional<SchemaObject> other = type.object(target, ObjectKind.COMPOSITE_TYPE);
    boolean differs =
        one.isPresent()
            && other.isPresent()
            && !one.get().list(Property.ATTRIBUTES).equals(other.get().list(Property.ATTRIBUTES));
    return differs ? Optional.of("the composite types have other attributes") : Optional.empty();
  }

  private static Optional<String> otherName(PostgresType narrow, PostgresType wide) {
    if (WIDER.getOrDefault(narrow.name(), Set.of()).contains(wide.name())) {
      return Optional.empty();
    }
    if (wide.name().equals("numeric") && WHOLE_DIGITS.containsKey(narrow.name())) {
      int room =
          wide.modifier(0).map(precision -> precision - wide.modifier(1).orElse(0)).orElse(99);
      return room >= WHOLE_DIGITS.get(narrow.name())
          ? Optional.empty()
          : Optional.of("the target's type is narrower");
    }
    if (narrow.name().equals("character") && wide.name().equals("character varying")) {
      return narrower(narrow, wide);
    }
    return Optional.of("the target's type is narrower or of another kind");
  }

  /** Of two types with one name, or two of lengths. */
  private static Optional<String> narrower(PostgresType narrow, PostgresType wide) {
    if (wide.modifiers().isEmpty() || wide.modifiers().equals(narrow.modifiers())) {
      return Optional.empty();
    }
    boolean fits;
    if (wide.name().equals("numeric")) {
      fits = !narrow.modifiers().isEmpty() && digitsFit(narrow, wide);
    } else if (LENGTHS.contains(wide.name())) {
      // Of fixed length: another one is padded or refused.
      fits =
          wide.name().endsWith("varying")
              && !narrow.modifiers().isEmpty()
              && wide.modifiers().get(0) >= narrow.modifiers().get(0);
    } else {
      int usual = 6;
      fits = wide.modifiers().get(0) >= narrow.modifier(0).orElse(usual);
    }
    return fits ? Optional.empty() : Optional.of("the target's type is narrower");
  }

  private static boolean digitsFit(PostgresType narrow, PostgresType wide) {
    int scale = narrow.modifier(1).orElse(0);
    int room = wide.modifier(1).orElse(0);
    return room >= scale && wide.modifiers().get(0) - room >= narrow.modifiers().get(0) - scale;
  }
}
