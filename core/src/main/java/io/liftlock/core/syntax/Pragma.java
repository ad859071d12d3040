package io.liftlock.core.syntax;

import java.util.Optional;

/**
 * SQLite's {@code PRAGMA}.
 *
 * @param name in lower case
 * @param value in lower case, without quotes; empty where it is only asked
 */
public record Pragma(String name, Optional<String> value) implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.pragma(this);
  }
}
