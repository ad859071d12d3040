package io.liftlock.engine.safety.outline;

import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.TypeName;
import java.util.Optional;

/**
 * What is known of a column.
 *
 * @param name unquoted
 * @param type as declared
 * @param notNull whether NULL is refused, a primary key's columns included
 * @param defaultValue its default
 * @param identity whether it is an identity column
 * @param generated whether the server computes it from other columns
 * @param collation its collation, where one is said
 */
public record ColumnOutline(
    String name,
    TypeName type,
    boolean notNull,
    Optional<Expression> defaultValue,
    boolean identity,
    boolean generated,
    Optional<String> collation) {}
