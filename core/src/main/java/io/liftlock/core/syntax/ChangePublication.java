package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code CREATE PUBLICATION}, {@code ALTER PUBLICATION}.
 *
 * @param name which
 * @param create whether it is made, not changed
 * @param allTables whether it is for every table
 * @param tables the tables it names
 * @param schemas the schemas it names
 * @param operations the operations published, where they are said; {@code insert}, {@code update},
 *     {@code delete}, {@code truncate}
 * @param filters the row filter of a table, by its name as written
 */
public record ChangePublication(
    String name,
    boolean create,
    boolean allTables,
    List<RelationName> tables,
    List<String> schemas,
    Set<String> operations,
    Map<String, Expression> filters)
    implements Command {
  /** Copies what it is given. */
  public ChangePublication {
    tables = List.copyOf(tables);
    schemas = List.copyOf(schemas);
    operations = Set.copyOf(operations);
    filters = Map.copyOf(filters);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.changePublication(this);
  }
}
