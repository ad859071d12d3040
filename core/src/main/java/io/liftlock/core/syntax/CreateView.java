package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Map;

/**
 * {@code CREATE VIEW} and {@code CREATE MATERIALIZED VIEW}.
 *
 * @param name what is made
 * @param orReplace whether it may take the place of another
 * @param materialized whether its rows are kept
 * @param withData whether it is filled at once; true for a plain view
 * @param temporary whether only this session sees it
 * @param columns the names of its columns, where they are said
 * @param options its parameters by name
 * @param query what it shows
 */
public record CreateView(
    RelationName name,
    boolean orReplace,
    boolean materialized,
    boolean withData,
    boolean temporary,
    List<String> columns,
    Map<String, String> options,
    Query query)
    implements Command {
  /** Copies what it is given. */
  public CreateView {
    columns = List.copyOf(columns);
    options = Map.copyOf(options);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.createView(this);
  }
}
