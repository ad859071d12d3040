package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.RoutineBody;
import io.liftlock.core.syntax.TypeName;
import io.liftlock.core.syntax.Volatility;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a function or procedure.
 *
 * @param name with its schema
 * @param arguments the types of its arguments, in order
 * @param returns the type of its result, where one is said
 * @param language in lower case
 * @param volatility what may change its result
 * @param body what it does; empty where that is not known
 */
public record RoutineOutline(
    RelationName name,
    List<TypeName> arguments,
    Optional<TypeName> returns,
    String language,
    Volatility volatility,
    Optional<RoutineBody> body) {

  /** Copies the arguments. */
  public RoutineOutline {
    arguments = List.copyOf(arguments);
  }
}
