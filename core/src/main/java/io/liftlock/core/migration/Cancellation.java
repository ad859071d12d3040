package io.liftlock.core.migration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session that was asked to give way, as it is kept for whoever asks later what ended it.
 *
 * @param version the migration that it was in the way of
 * @param direction {@link Direction#UP} or {@link Direction#DOWN}
 * @param batch the id of the run
 * @param at when
 * @param processId the server's process
 * @param application the name it gave itself, may be empty
 * @param user its database user, or null where that could not be seen
 * @param ageMs how long its transaction was open, in milliseconds
 * @param held what it held, in words
 * @param query the beginning of its query, literals masked, or null
 * @param terminated whether its whole session was ended, not only its statement
 */
public record Cancellation(
    String version,
    Direction direction,
    String batch,
    Instant at,
    long processId,
    String application,
    @Nullable String user,
    long ageMs,
    String held,
    @Nullable String query,
    boolean terminated) {}
