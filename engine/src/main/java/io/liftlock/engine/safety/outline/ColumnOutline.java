package io.liftlock.engine.safety.outline;

import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Generated;
import io.liftlock.core.syntax.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a column.
 *
 * @param name unquoted
 * @param type as declared; its name is empty where it is not known
 * @param notNull whether NULL is refused, a primary key's columns included
 * @param defaultValue its default
 * @param identity whether it is an identity column
 * @param generated how the server computes it from other columns, where it does
 * @param collation its collation, where one is said
 */
public record ColumnOutline(
    String name,
    TypeName type,
    boolean notNull,
    Optional<Expression> defaultValue,
    boolean identity,
    Optional<Generated> generated,
    Optional<String> collation) {

  private static final TypeName UNKNOWN = new TypeName("", "", List.of(), false);

  /** A column of which only the name is known. */
  static ColumnOutline unknown(String name) {
    return new ColumnOutline(
        name, UNKNOWN, false, Optional.empty(), false, Optional.empty(), Optional.empty());
  }

  /** Whether its type is known. */
  public boolean isTyped() {
    return !type.name().isEmpty();
  }

  ColumnOutline named(String other) {
    return new ColumnOutline(other, type, notNull, defaultValue, identity, generated, collation);
  }

  ColumnOutline typed(TypeName other, Optional<String> otherCollation) {
    return new ColumnOutline(
        name, other, notNull, defaultValue, identity, generated, otherCollation);
  }

  ColumnOutline notNull(boolean refused) {
    return new ColumnOutline(name, type, refused, defaultValue, identity, generated, collation);
  }

  ColumnOutline withDefault(Optional<Expression> value) {
    return new ColumnOutline(name, type, notNull, value, identity, generated, collation);
  }

  ColumnOutline withIdentity(boolean now) {
    return new ColumnOutline(name, type, notNull || now, defaultValue, now, generated, collation);
  }

  ColumnOutline withGenerated(Optional<Generated> now) {
    return new ColumnOutline(name, type, notNull, defaultValue, identity, now, collation);
  }
}
