package io.liftlock.core.database;

import io.liftlock.core.sql.RelationName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a database in use; nothing where none was asked.
 *
 * @param tables by name with schema (SQLite: without)
 * @param indexScans how often each index was used since the statistics began, by name with schema
 * @param longestTransaction the age of the oldest open transaction of others, where it can be seen
 */
public record Facts(
    Map<RelationName, TableFacts> tables,
    Map<RelationName, Long> indexScans,
    Optional<Duration> longestTransaction) {

  private static final Facts UNKNOWN = new Facts(Map.of(), Map.of(), Optional.empty());

  /** Copies what it is given. */
  public Facts {
    tables = Map.copyOf(tables);
    indexScans = Map.copyOf(indexScans);
  }

  /** Nothing is known. */
  public static Facts unknown() {
    return UNKNOWN;
  }

  /** What is known of a table. */
  public Optional<TableFacts> table(RelationName name) {
    return Optional.ofNullable(tables.get(name));
  }
}
