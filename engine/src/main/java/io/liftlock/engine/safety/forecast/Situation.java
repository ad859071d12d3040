package io.liftlock.engine.safety.forecast;

/**
 * What a command's outcome depends on beside the schema.
 *
 * @param major the server's major version, 14 to 18
 * @param transaction whether it runs in a transaction that others share or may share
 * @param utc whether the session's time zone is known to be UTC, so that timestamps with and
 *     without time zone have the same bytes
 */
public record Situation(int major, boolean transaction, boolean utc) {}
