package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;
import java.util.Set;

/**
 * {@code CREATE TRIGGER}.
 *
 * @param name its name
 * @param table what it hangs on
 * @param orReplace whether it may take the place of another
 * @param events {@code insert}, {@code update}, {@code delete}, {@code truncate}
 * @param when its condition
 * @param function what it calls, as written; empty in SQLite
 * @param body what it does; SQLite only
 */
public record CreateTrigger(
    String name,
    RelationName table,
    boolean orReplace,
    Set<String> events,
    Optional<Expression> when,
    Optional<String> function,
    Optional<RoutineBody> body)
    implements Command {
  /** Copies what it is given. */
  public CreateTrigger {
    events = Set.copyOf(events);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.createTrigger(this);
  }
}
