package io.liftlock.engine.safety;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Command;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a transaction has done before a statement.
 *
 * @param open whether the statement is in a transaction at all
 * @param before the commands before it in the same transaction, in order
 * @param held the strongest lock held on each relation that others see, by name with schema
 * @param parameters what SET has set so far, by name in lower case; without a transaction, what
 *     holds for the session
 */
public record TransactionSoFar(
    boolean open,
    List<Past> before,
    Map<RelationName, LockMode> held,
    Map<String, String> parameters) {

  /**
   * A command that has run already.
   *
   * @param command what it said
   * @param forecast what it locked
   */
  public record Past(Command command, Forecast forecast) {}

  /** Copies what it is given. */
  public TransactionSoFar {
    before = List.copyOf(before);
    held = Map.copyOf(held);
    parameters = Map.copyOf(parameters);
  }

  /** What a parameter was set to. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }
}
