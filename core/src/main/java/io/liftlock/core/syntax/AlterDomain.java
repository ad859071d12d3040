package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;

/**
 * {@code ALTER DOMAIN}.
 *
 * @param name which
 * @param action what is done
 * @param constraint the new check
 * @param constraintName the constraint that is validated or dropped
 */
public record AlterDomain(
    RelationName name,
    Action action,
    Optional<ConstraintDefinition> constraint,
    Optional<String> constraintName)
    implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.alterDomain(this);
  }

  /** What is done. */
  public enum Action {
    ADD_CONSTRAINT,
    VALIDATE_CONSTRAINT,
    DROP_CONSTRAINT,
    RENAME_CONSTRAINT,
    SET_NOT_NULL,
    DROP_NOT_NULL,
    SET_DEFAULT,
    DROP_DEFAULT,
    RENAME,
    OTHER
  }
}
