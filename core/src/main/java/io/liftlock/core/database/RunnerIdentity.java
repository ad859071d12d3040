package io.liftlock.core.database;

import java.time.Instant;

/**
 * Who runs this process, for people who wait for it and for the audit trail.
 *
 * @param user the operating system's user
 * @param host this machine's name
 * @param processId this process
 * @param since when the command began
 * @param toolVersion liftlock's version
 */
public record RunnerIdentity(
    String user, String host, long processId, Instant since, String toolVersion) {}
