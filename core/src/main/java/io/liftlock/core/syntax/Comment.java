package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;

/**
 * {@code COMMENT ON}.
 *
 * @param type what kind of object
 * @param name which; the table of a column, trigger, constraint, rule or policy
 * @param part the column, trigger, constraint, rule or policy of it
 */
public record Comment(ObjectType type, RelationName name, Optional<String> part)
    implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.comment(this);
  }
}
