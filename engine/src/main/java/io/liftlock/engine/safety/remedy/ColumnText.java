package io.liftlock.engine.safety.remedy;

import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ConstraintDefinition;
import java.util.Locale;
import java.util.Optional;

/** The text of a column that is added, piece by piece. */
final class ColumnText {

  private Words words;

  private ColumnText(Words words) {
    this.words = words;
  }

  /** A column as it was written. */
  static ColumnText of(ColumnDefinition column) {
    return new ColumnText(Words.of(column.text()));
  }

  String text() {
    return words.text();
  }

  /** Without one of its constraints. */
  ColumnText without(ConstraintDefinition constraint) {
    Words piece = Words.of(constraint.text());
    int at = words.find(piece);
    return at < 0 ? this : cut(at, at + piece.size());
  }

  /** Without its default. */
  ColumnText withoutDefault(ColumnDefinition column) {
    int at = words.find("default");
    if (at < 0 || column.defaultValue().isEmpty()) {
      return this;
    }
    int length = Words.of(column.defaultValue().get().text()).size();
    return cut(at, at + 1 + length);
  }

  /** Without NOT NULL, and without NULL, which says nothing. */
  ColumnText withoutNotNull() {
    int at = words.find("not", "null");
    return at < 0 ? this : cut(at, at + 2);
  }

  /** What stands behind GENERATED … AS IDENTITY, in its parentheses; empty where nothing does. */
  Optional<String> identityOptions() {
    int at = identity();
    if (at < 0) {
      return Optional.empty();
    }
    int open = words.tokens().find(at, "identity") + 1;
    int end = words.tokens().behindParens(open);
    return end == open ? Optional.of("") : Optional.of(words.text(open + 1, end - 1));
  }

  /** {@code GENERATED ALWAYS AS IDENTITY (…)} as written. */
  String identityClause() {
    int at = identity();
    return words.text(at, behindIdentity(at));
  }

  ColumnText withoutIdentity() {
    int at = identity();
    return at < 0 ? this : cut(at, behindIdentity(at));
  }

  private int identity() {
    return words.find("generated");
  }

  private int behindIdentity(int at) {
    return words.tokens().behindParens(words.tokens().find(at, "identity") + 1);
  }

  /** With another type in the place of {@code serial} and its kin. */
  ColumnText typed(String type) {
    return new ColumnText(
        Words.of(words.text(0, 1) + " " + type + " " + words.text(2, words.size())));
  }

  /** The integer type behind {@code serial} and its kin; empty for any other. */
  static Optional<String> serial(ColumnDefinition column) {
    return switch (column.type().name().toLowerCase(Locale.ROOT)) {
      case "serial", "serial4" -> Optional.of("integer");
      case "bigserial", "serial8" -> Optional.of("bigint");
      case "smallserial", "serial2" -> Optional.of("smallint");
      default -> Optional.empty();
    };
  }

  private ColumnText cut(int from, int to) {
    return new ColumnText(words.without(from, to));
  }
}
