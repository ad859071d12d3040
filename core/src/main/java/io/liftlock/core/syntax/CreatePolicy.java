package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;

/**
 * {@code CREATE POLICY}.
 *
 * @param name its name
 * @param table whose rows it guards
 * @param permissive whether it allows more rows, not fewer
 * @param using which rows are seen
 * @param withCheck which rows may be written
 */
public record CreatePolicy(
    String name,
    RelationName table,
    boolean permissive,
    Optional<Expression> using,
    Optional<Expression> withCheck)
    implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.createPolicy(this);
  }
}
