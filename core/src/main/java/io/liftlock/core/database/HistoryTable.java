package io.liftlock.core.database;

import org.jspecify.annotations.Nullable;

/**
 * Where the history is kept.
 *
 * @param schema the schema, or null for the first of the connection's search path that exists
 * @param table the table's name
 */
public record HistoryTable(@Nullable String schema, String table) {

  /** {@code schema_version} where the connection looks first. */
  public static final HistoryTable DEFAULT = new HistoryTable(null, "schema_version");
}
