package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;

/**
 * {@code VACUUM}, with or without FULL and ANALYZE.
 *
 * @param full whether tables are written anew
 * @param tables which; empty for all
 */
public record Vacuum(boolean full, List<RelationName> tables) implements Command {
  /** Copies what it is given. */
  public Vacuum {
    tables = List.copyOf(tables);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.vacuum(this);
  }
}
