package io.liftlock.core.syntax;

import java.util.Optional;

/**
 * {@code ALTER SCHEMA}.
 *
 * @param name which
 * @param newName the new name, where it is renamed
 */
public record AlterSchema(String name, Optional<String> newName) implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.alterSchema(this);
  }
}
