package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE DOMAIN}.
 *
 * @param name what is made
 * @param type what it narrows
 * @param notNull whether it refuses NULL
 * @param defaultValue its default
 * @param constraints its checks
 */
public record CreateDomain(
    RelationName name,
    TypeName type,
    boolean notNull,
    Optional<Expression> defaultValue,
    List<ConstraintDefinition> constraints)
    implements Command {
  /** Copies what it is given. */
  public CreateDomain {
    constraints = List.copyOf(constraints);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.createDomain(this);
  }
}
