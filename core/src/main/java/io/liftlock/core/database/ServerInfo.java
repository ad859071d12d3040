package io.liftlock.core.database;

/**
 * What kind of server answers.
 *
 * @param product {@code PostgreSQL} or {@code SQLite}
 * @param version as the server writes it, {@code 16.15}
 * @param major the first number of the version
 */
public record ServerInfo(String product, String version, int major) {}
