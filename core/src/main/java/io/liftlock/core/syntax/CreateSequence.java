package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;

/**
 * {@code CREATE SEQUENCE}.
 *
 * @param name what is made
 * @param ifNotExists whether it does nothing where it is there
 * @param type the type of its values, where it is said
 * @param ownedBy the column it goes with
 */
public record CreateSequence(
    RelationName name, boolean ifNotExists, Optional<String> type, Optional<ColumnName> ownedBy)
    implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.createSequence(this);
  }
}
