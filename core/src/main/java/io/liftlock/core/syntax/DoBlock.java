package io.liftlock.core.syntax;

/**
 * {@code DO}.
 *
 * @param language in lower case; {@code plpgsql} where nothing is said
 * @param body what it does
 */
public record DoBlock(String language, RoutineBody body) implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.doBlock(this);
  }
}
