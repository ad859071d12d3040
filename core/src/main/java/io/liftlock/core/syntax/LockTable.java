package io.liftlock.core.syntax;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import java.util.List;

/**
 * {@code LOCK TABLE}.
 *
 * @param tables what is locked, in order
 * @param mode how; ACCESS EXCLUSIVE where nothing is said
 * @param nowait whether it fails instead of waiting
 */
public record LockTable(List<RelationName> tables, LockMode mode, boolean nowait)
    implements Command {
  /** Copies what it is given. */
  public LockTable {
    tables = List.copyOf(tables);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.lockTable(this);
  }
}
