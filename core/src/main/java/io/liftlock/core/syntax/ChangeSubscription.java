package io.liftlock.core.syntax;

/**
 * {@code CREATE}, {@code ALTER} and {@code DROP SUBSCRIPTION}.
 *
 * @param name which
 */
public record ChangeSubscription(String name) implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.changeSubscription(this);
  }
}
