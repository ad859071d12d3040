package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;

/**
 * A column of a relation.
 *
 * @param relation whose; empty where the syntax does not tell
 * @param column its name, unquoted
 */
public record ColumnName(Optional<RelationName> relation, String column) {}
