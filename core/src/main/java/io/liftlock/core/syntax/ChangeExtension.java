package io.liftlock.core.syntax;

/**
 * {@code CREATE EXTENSION}, {@code ALTER EXTENSION}.
 *
 * @param name which
 * @param create whether it is made, not changed
 */
public record ChangeExtension(String name, boolean create) implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.changeExtension(this);
  }
}
