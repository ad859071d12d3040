package io.liftlock.core.syntax;

import java.util.Optional;

/**
 * What an index is ordered by.
 *
 * @param column the column, where it is one
 * @param expression the expression, where it is none
 * @param collation the collation, where one is said
 * @param operatorClass the operator class, where one is said
 */
public record IndexPart(
    Optional<String> column,
    Optional<Expression> expression,
    Optional<String> collation,
    Optional<String> operatorClass) {}
