package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;

/**
 * {@code REFRESH MATERIALIZED VIEW}.
 *
 * @param name which
 * @param concurrently whether readers go on meanwhile
 * @param withData false where it is emptied
 */
public record RefreshView(RelationName name, boolean concurrently, boolean withData)
    implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.refreshView(this);
  }
}
