package io.liftlock.engine.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What checks, partitions and types ask of one column in one row. */
final class Wish {

  /** Whether the value has to be NULL, must not be, or may be. */
  enum Nullness {
    EITHER,
    NULL,
    NOT_NULL
  }

  /** How letters have to be written. */
  enum Letters {
    ANY,
    LOWER,
    UPPER
  }

  private final List<Limit> limits = new ArrayList<>();
  private final List<Limit> lengths = new ArrayList<>();
  private final Set<String> excluded = new LinkedHashSet<>();
  private @Nullable List<String> oneOf;
  private Nullness nullness = Nullness.EITHER;
  private Letters letters = Letters.ANY;
  private @Nullable Pattern pattern;
  private @Nullable String json;
  private @Nullable String sameAs;

  /**
   * A pattern that a text has to match.
   *
   * @param language {@code like}, {@code regex} or {@code glob}
   */
  record Pattern(String language, String text) {}

  void limit(Limit limit) {
    limits.add(limit);
  }

  void length(Limit limit) {
    lengths.add(limit);
  }

  void exclude(String constant) {
    excluded.add(constant);
  }

  /** Narrows the choice; several lists leave what is in all of them, if anything is. */
  void oneOf(List<String> constants) {
    List<String> choice = new ArrayList<>(constants);
    List<String> before = oneOf;
    if (before != null && choice.stream().anyMatch(before::contains)) {
      choice.retainAll(before);
    }
    oneOf = choice;
  }

  void nullness(Nullness wanted) {
    nullness = wanted;
  }

  void letters(Letters wanted) {
    letters = wanted;
  }

  void pattern(Pattern wanted) {
    pattern = wanted;
  }

  /** Asks for JSON of a type: {@code object}, {@code array} … */
  void json(String type) {
    json = type;
  }

  void sameAs(String column) {
    sameAs = column;
  }

  List<Limit> limits() {
    return limits;
  }

  List<Limit> lengths() {
    return lengths;
  }

  /** The constants that are left to choose from; empty where there is no such list. */
  List<String> choice() {
    List<String> list = oneOf;
    return list == null
        ? List.of()
        : list.stream().filter(constant -> !excluded.contains(constant)).toList();
  }

  Set<String> excluded() {
    return excluded;
  }

  Nullness nullness() {
    return nullness;
  }

  Letters letters() {
    return letters;
  }

  Optional<Pattern> pattern() {
    return Optional.ofNullable(pattern);
  }

  Optional<String> json() {
    return Optional.ofNullable(json);
  }

  Optional<String> sameAs() {
    return Optional.ofNullable(sameAs);
  }

  /** Whether nothing is asked. */
  boolean isFree() {
    return limits.isEmpty()
        && lengths.isEmpty()
        && oneOf == null
        && excluded.isEmpty()
        && nullness == Nullness.EITHER
        && letters == Letters.ANY
        && pattern == null
        && json == null
        && sameAs == null;
  }
}
