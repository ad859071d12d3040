package io.liftlock.core.syntax;

import java.util.List;

/**
 * {@code CREATE SCHEMA}; the objects made within it are commands of their own.
 *
 * @param name its name; that of the role where only AUTHORIZATION is given
 * @param ifNotExists whether it does nothing where it is there
 * @param contents what is made in it at once
 */
public record CreateSchema(String name, boolean ifNotExists, List<Command> contents)
    implements Command {
  /** Copies what it is given. */
  public CreateSchema {
    contents = List.copyOf(contents);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.createSchema(this);
  }
}
