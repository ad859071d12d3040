package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;

/**
 * {@code ALTER SEQUENCE}, but for RENAME, SET SCHEMA and OWNER, which are {@link AlterTable}.
 *
 * @param name what is changed
 * @param ifExists whether it does nothing where that is not there
 * @param type the new type of its values
 * @param restart whether it begins anew
 * @param ownedBy the column it goes with from now on
 * @param onlyOwnership whether nothing but the ownership changes
 */
public record AlterSequence(
    RelationName name,
    boolean ifExists,
    Optional<String> type,
    boolean restart,
    Optional<ColumnName> ownedBy,
    boolean onlyOwnership)
    implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.alterSequence(this);
  }
}
