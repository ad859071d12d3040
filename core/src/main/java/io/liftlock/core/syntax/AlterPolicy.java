package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;

/**
 * {@code ALTER POLICY}.
 *
 * @param name its name
 * @param table whose rows it guards
 */
public record AlterPolicy(String name, RelationName table) implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.alterPolicy(this);
  }
}
