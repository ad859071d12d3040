package io.liftlock.core.schema;

import java.time.Instant;

/**
 * What a database looked like right after a run.
 *
 * @param takenAt when
 * @param batch the run that took it
 * @param migration the id of the run's last migration
 * @param fingerprint {@link Schema#fingerprint()}
 * @param serverVersion the server's version then
 * @param toolVersion liftlock's version then
 * @param content the schema, as a {@link SchemaFormat} wrote it
 */
public record Snapshot(
    Instant takenAt,
    String batch,
    String migration,
    String fingerprint,
    String serverVersion,
    String toolVersion,
    String content) {}
