package io.liftlock.core.report;

import java.time.Duration;

/**
 * How long others will probably wait.
 *
 * @param blocked for how long reads or writes stand still; a rough estimate from the size
 * @param rows the rows of the largest relation that is read through or written anew
 * @param bytes its size with indexes, in bytes
 */
public record Impact(Duration blocked, long rows, long bytes) {}
