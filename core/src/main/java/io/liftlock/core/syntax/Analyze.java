package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;

/**
 * {@code ANALYZE}: refreshes statistics.
 *
 * @param tables which; empty for all
 */
public record Analyze(List<RelationName> tables) implements Command {
  /** Copies what it is given. */
  public Analyze {
    tables = List.copyOf(tables);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.analyze(this);
  }
}
