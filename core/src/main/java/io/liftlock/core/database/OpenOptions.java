package io.liftlock.core.database;

/**
 * What an adapter needs to open a database, beside its URL.
 *
 * @param name the configured name, for errors and events
 * @param historyTable where the history is kept
 * @param runner who runs: {@code user@host}, process id, shown to those who wait for the lock
 */
public record OpenOptions(String name, HistoryTable historyTable, RunnerIdentity runner) {}
