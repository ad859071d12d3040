package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.CreateType;
import java.util.List;

/**
 * What is known of a type.
 *
 * @param name with its schema
 * @param form what kind of type
 * @param values the values of an enum; those that were added without a place stand last
 * @param complete false where only some of its values are known
 */
public record TypeOutline(
    RelationName name, CreateType.Form form, List<String> values, boolean complete) {

  /** Copies the values. */
  public TypeOutline {
    values = List.copyOf(values);
  }
}
