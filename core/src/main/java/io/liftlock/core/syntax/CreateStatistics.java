package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE STATISTICS}.
 *
 * @param name its name, where one is given
 * @param tables what it is about
 */
public record CreateStatistics(Optional<RelationName> name, List<RelationName> tables)
    implements Command {
  /** Copies what it is given. */
  public CreateStatistics {
    tables = List.copyOf(tables);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.createStatistics(this);
  }
}
