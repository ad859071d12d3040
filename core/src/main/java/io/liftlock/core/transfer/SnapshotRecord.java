package io.liftlock.core.transfer;

import java.time.Instant;

/**
 * A read point that chunks were read at.
 *
 * @param number counted from 1 within a copy
 * @param id the source's own name of it, such as {@code 1629:1638:1629,1632}; empty where it has
 *     none
 * @param at when it was taken
 * @param consistency what its readers saw together
 */
public record SnapshotRecord(int number, String id, Instant at, Consistency consistency) {}
