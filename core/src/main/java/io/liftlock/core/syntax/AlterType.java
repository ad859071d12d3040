package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;

/**
 * {@code ALTER TYPE}.
 *
 * @param name which
 * @param action what is done
 * @param value the new value, the renamed one, or the attribute
 * @param placed whether BEFORE or AFTER says where a new value goes
 * @param cascade whether typed tables follow
 */
public record AlterType(
    RelationName name, Action action, Optional<String> value, boolean placed, boolean cascade)
    implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.alterType(this);
  }

  /** What is done. */
  public enum Action {
    ADD_VALUE,
    RENAME_VALUE,
    RENAME,
    ADD_ATTRIBUTE,
    DROP_ATTRIBUTE,
    ALTER_ATTRIBUTE,
    RENAME_ATTRIBUTE,
    OWNER,
    SET_SCHEMA,
    OTHER
  }
}
