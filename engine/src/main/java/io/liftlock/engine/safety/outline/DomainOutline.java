package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a domain.
 *
 * @param name with its schema
 * @param type what it narrows
 * @param notNull whether it refuses NULL
 * @param defaultValue its default
 * @param constraints its checks
 */
public record DomainOutline(
    RelationName name,
    TypeName type,
    boolean notNull,
    Optional<Expression> defaultValue,
    List<ConstraintOutline> constraints) {

  /** Copies the checks. */
  public DomainOutline {
    constraints = List.copyOf(constraints);
  }

  /** Whether it refuses any value that its type has; whether rows have to be looked at for it. */
  public boolean isConstrained() {
    return notNull
        || constraints.stream().anyMatch(each -> each.kind() == ConstraintDefinition.Kind.CHECK);
  }
}
