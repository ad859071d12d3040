package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;

/**
 * {@code CREATE RULE}.
 *
 * @param name its name
 * @param table what it hangs on
 * @param orReplace whether it may take the place of another
 */
public record CreateRule(String name, RelationName table, boolean orReplace) implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.createRule(this);
  }
}
