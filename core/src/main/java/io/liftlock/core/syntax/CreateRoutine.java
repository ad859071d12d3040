package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code CREATE FUNCTION} and {@code CREATE PROCEDURE}.
 *
 * @param name what is made
 * @param orReplace whether it may take the place of another
 * @param procedure whether it is a procedure
 * @param arguments the types of its arguments, in order
 * @param returns the type of its result, where one is said
 * @param language in lower case; {@code sql} where nothing is said
 * @param volatility what may change its result
 * @param securityDefiner whether it acts as its owner
 * @param settings parameters set while it runs
 * @param body what it does
 */
public record CreateRoutine(
    RelationName name,
    boolean orReplace,
    boolean procedure,
    List<TypeName> arguments,
    Optional<TypeName> returns,
    String language,
    Volatility volatility,
    boolean securityDefiner,
    Map<String, String> settings,
    RoutineBody body)
    implements Command {
  /** Copies what it is given. */
  public CreateRoutine {
    arguments = List.copyOf(arguments);
    settings = Map.copyOf(settings);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.createRoutine(this);
  }
}
