package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;

/**
 * {@code REINDEX}.
 *
 * @param scope what the name is of
 * @param name what is built anew; empty for the whole database
 * @param concurrently whether others go on meanwhile
 */
public record Reindex(Scope scope, Optional<RelationName> name, boolean concurrently)
    implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.reindex(this);
  }

  /** What the name is of. */
  public enum Scope {
    INDEX,
    TABLE,
    SCHEMA,
    DATABASE,
    SYSTEM
  }
}
