package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;

/**
 * {@code TRUNCATE}.
 *
 * @param tables what is emptied
 * @param only whether children and partitions are left out
 * @param restartIdentity whether sequences begin anew
 * @param cascade whether tables that refer to them are emptied, too
 */
public record Truncate(
    List<RelationName> tables, boolean only, boolean restartIdentity, boolean cascade)
    implements Command {
  /** Copies what it is given. */
  public Truncate {
    tables = List.copyOf(tables);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.truncate(this);
  }
}
