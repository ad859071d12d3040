package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;

/**
 * {@code ALTER FUNCTION}, {@code ALTER PROCEDURE}, {@code ALTER ROUTINE}.
 *
 * @param name which
 * @param volatility the new one
 * @param newName the new name, where it is renamed
 */
public record AlterRoutine(
    RelationName name, Optional<Volatility> volatility, Optional<String> newName)
    implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.alterRoutine(this);
  }
}
