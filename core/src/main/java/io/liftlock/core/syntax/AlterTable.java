package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;

/**
 * ALTER of a table, view, materialized view, index, sequence's table part or foreign table.
 *
 * @param kind the word behind ALTER
 * @param name what is changed
 * @param ifExists whether it does nothing where that is not there
 * @param only whether children and partitions are left out
 * @param actions what is done to it, in order; at least one
 */
public record AlterTable(
    RelationKind kind, RelationName name, boolean ifExists, boolean only, List<Alteration> actions)
    implements Command {
  /** Copies what it is given. */
  public AlterTable {
    actions = List.copyOf(actions);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.alterTable(this);
  }
}
