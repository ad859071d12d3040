package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Optional;

/**
 * {@code DROP} of any kind of object.
 *
 * @param type what kind
 * @param names what goes, in order; the routine's or operator's name without its arguments
 * @param on the table that a trigger, rule or policy hangs on
 * @param concurrently whether others go on meanwhile
 * @param ifExists whether it does nothing where that is not there
 * @param cascade whether what stands on it goes, too
 */
public record Drop(
    ObjectType type,
    List<RelationName> names,
    Optional<RelationName> on,
    boolean concurrently,
    boolean ifExists,
    boolean cascade)
    implements Command {
  /** Copies what it is given. */
  public Drop {
    names = List.copyOf(names);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.drop(this);
  }
}
