package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a publication of logical replication.
 *
 * @param name its name
 * @param allTables whether it is for every table
 * @param tables the tables that it names, with schemas
 * @param schemas the schemas whose tables it publishes
 * @param operations what is published; empty for everything
 * @param filters the row filters, by table
 */
public record PublicationOutline(
    String name,
    boolean allTables,
    List<RelationName> tables,
    List<String> schemas,
    Set<String> operations,
    Map<RelationName, Expression> filters) {

  /** Copies what it is given. */
  public PublicationOutline {
    tables = List.copyOf(tables);
    schemas = List.copyOf(schemas);
    operations = Set.copyOf(operations);
    filters = Map.copyOf(filters);
  }

  /** Whether a table's changes are published. */
  public boolean publishes(RelationName table) {
    return allTables
        || tables.contains(table)
        || (table.schema() != null && schemas.contains(table.schema()));
  }
}
