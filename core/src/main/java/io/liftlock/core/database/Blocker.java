package io.liftlock.core.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A session that holds what another waits for.
 *
 * @param processId the server's process
 * @param application the name it gave itself, may be empty
 * @param user its database user, or null where that cannot be seen
 * @param age how long its transaction is open, or null where that cannot be seen
 * @param query the beginning of its current or last query, literals masked, or null where it cannot
 *     be seen
 */
public record Blocker(
    long processId,
    String application,
    @Nullable String user,
    @Nullable Duration age,
    @Nullable String query) {}
