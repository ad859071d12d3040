package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Expression;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a trigger.
 *
 * @param name its name
 * @param events {@code insert}, {@code update}, {@code delete}, {@code truncate}
 * @param when its condition
 * @param function what it calls, with its schema; empty in SQLite
 * @param enabled whether it fires
 */
public record TriggerOutline(
    String name,
    Set<String> events,
    Optional<Expression> when,
    Optional<RelationName> function,
    boolean enabled) {

  /** Copies the events. */
  public TriggerOutline {
    events = Set.copyOf(events);
  }
}
