package io.liftlock.runtime;

import io.liftlock.core.migration.HistoryEntry;
import java.util.List;

/**
 * What one database says was done to it.
 *
 * @param name the configured name
 * @param table where the history is kept, as people write it
 * @param entries events, oldest first
 */
public record DatabaseHistory(String name, String table, List<HistoryEntry> entries) {}
