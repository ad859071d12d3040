package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;

/**
 * {@code CREATE TYPE}.
 *
 * @param name what is made
 * @param form what kind of type
 * @param values the values of an enum, in order
 */
public record CreateType(RelationName name, Form form, List<String> values) implements Command {
  /** Copies what it is given. */
  public CreateType {
    values = List.copyOf(values);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.createType(this);
  }

  /** Which form it has. */
  public enum Form {
    ENUM,
    COMPOSITE,
    RANGE,
    BASE,
    SHELL
  }
}
