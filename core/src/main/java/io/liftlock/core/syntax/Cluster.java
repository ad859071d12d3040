package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;

/**
 * {@code CLUSTER}: writes a table anew in the order of an index.
 *
 * @param table which; empty for all that were clustered before
 */
public record Cluster(Optional<RelationName> table) implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.cluster(this);
  }
}
