package io.liftlock.core.transfer;

import io.liftlock.core.schema.ObjectId;

/**
 * A part of one table that is copied, verified and retried alone.
 *
 * @param table the source's table
 * @param ordinal which part of it, counted from 0
 * @param range its rows
 * @param bytes how much it is expected to hold, with what is stored out of line
 */
public record Chunk(ObjectId table, int ordinal, Range range, long bytes) {}
