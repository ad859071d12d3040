package io.liftlock.core.transfer;

import io.liftlock.core.schema.ObjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of one chunk.
 *
 * @param table the source's table
 * @param target the target's table, which takes its rows
 * @param ordinal which part of it, counted from 0
 * @param range its rows
 * @param bytes how much it was expected to hold
 * @param copied what was copied; null while it is not done
 */
public record ChunkRecord(
    ObjectId table,
    ObjectId target,
    int ordinal,
    Range range,
    long bytes,
    @Nullable Copied copied) {

  /**
   * A chunk that is in the target.
   *
   * @param tally how much
   * @param hash of the rows as they travelled, blind for their order, in hexadecimal digits
   * @param snapshot the number of the last read point at which the source held just these rows
   * @param at when it was committed
   */
  public record Copied(Tally tally, String hash, int snapshot, Instant at) {}

  /** A chunk that is not done, and the table that is to take its rows. */
  public static ChunkRecord planned(Chunk chunk, ObjectId target) {
    return new ChunkRecord(
        chunk.table(), target, chunk.ordinal(), chunk.range(), chunk.bytes(), null);
  }

  /** The part of the table. */
  public Chunk chunk() {
    return new Chunk(table, ordinal, range, bytes);
  }

  /** Whether its rows are in the target. */
  public boolean isDone() {
    return copied != null;
  }

  /** The same chunk, done. */
  public ChunkRecord done(Copied what) {
    return new ChunkRecord(table, target, ordinal, range, bytes, what);
  }
}
