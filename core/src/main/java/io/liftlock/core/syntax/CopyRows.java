package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;

/**
 * {@code COPY} of a table or query.
 *
 * @param table which; empty for a query
 * @param from whether rows are written, not read
 * @param program whether a program or a file of the server is used
 */
public record CopyRows(Optional<RelationName> table, boolean from, boolean program)
    implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.copyRows(this);
  }
}
