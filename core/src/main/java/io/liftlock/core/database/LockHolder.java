package io.liftlock.core.database;

/**
 * Who holds the migration lock, as far as can be seen.
 *
 * @param description host, process, user and since when, in one line
 */
public record LockHolder(String description) {}
